package dev.gregor.cli.coordinator;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.BrokerNode;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.message.ListGroupsRequestData;
import org.apache.kafka.common.message.ListGroupsResponseData;

/** Lists groups (ListGroups, KIP-518, KIP-848): each broker knows those it coordinates, so every broker is asked. */
public final class GroupListings {
    private static final short LIST_GROUPS = 16;
    private static final int WITH_STATES = 4;
    private static final int WITH_TYPES = 5;
    private static final List<String> CONSUMER_PROTOCOLS = List.of("", "consumer");

    private final ClusterClient client;

    /** Of this cluster; the client stays the caller's. */
    public GroupListings(ClusterClient client) {
        this.client = client;
    }

    /** Which groups are meant; an empty list lets all through. */
    public record Filter(List<String> states, List<String> types, List<String> protocols) {
        public static Filter all() {
            return new Filter(List.of(), List.of(), List.of());
        }

        /** Groups that consume topics by themselves: consumer groups, and classic ones of consumers or without members. */
        public static Filter consumers() {
            return new Filter(List.of(), List.of(GroupNames.CLASSIC, GroupNames.CONSUMER), CONSUMER_PROTOCOLS);
        }

        public static Filter ofType(String type) {
            return new Filter(List.of(), List.of(type), List.of());
        }

        public Filter inStates(List<String> newStates) {
            return new Filter(newStates, types, protocols);
        }

        public Filter withTypes(List<String> newTypes) {
            return new Filter(states, newTypes, protocols);
        }
    }

    /** The groups of every broker, in the order in which Kafka's tools print them: that of a HashMap by id. */
    public List<GroupListing> list(Filter filter) {
        var found = new HashMap<String, GroupListing>();
        for (var broker : client.cluster().brokers()) {
            for (var listing : list(broker, filter)) {
                found.put(listing.id(), listing);
            }
        }
        return new ArrayList<>(found.values());
    }

    /** The groups that this broker coordinates. */
    public List<GroupListing> list(BrokerNode broker, Filter filter) {
        var request = request(broker, filter);
        var answer = client.ask(
                Target.broker(broker.id()), request, new ListGroupsResponseData(), ListGroupsResponseData::errorCode);
        if (answer.errorCode() != ErrorCodes.NONE) {
            throw refused(broker, answer.errorCode(), "");
        }
        var listings = new ArrayList<GroupListing>();
        for (var group : answer.groups()) {
            if (filter.protocols().isEmpty() || filter.protocols().contains(group.protocolType())) {
                listings.add(new GroupListing(
                        group.groupId(),
                        text(group.groupType()).map(GroupNames::type),
                        group.protocolType(),
                        text(group.groupState()).map(GroupNames::state),
                        broker.id()));
            }
        }
        return listings;
    }

    private ListGroupsRequestData request(BrokerNode broker, Filter filter) {
        var request = new ListGroupsRequestData();
        if (filter.states().isEmpty() && filter.types().isEmpty()) {
            return request;
        }
        var range = client.served(Target.broker(broker.id())).get(LIST_GROUPS);
        int version = range == null ? 0 : range.max();
        if (!filter.states().isEmpty() && version < WITH_STATES) {
            throw refused(
                    broker,
                    ErrorCodes.UNSUPPORTED_VERSION,
                    "The broker only supports ListGroups v" + version
                            + ", but we need v4 or newer to request groups by states.");
        }
        request.setStatesFilter(filter.states());
        if (version >= WITH_TYPES) {
            return request.setTypesFilter(filter.types());
        }
        // A broker that knows no types has classic groups only.
        var beyondClassic = new ArrayList<>(filter.types());
        beyondClassic.remove(GroupNames.CLASSIC);
        boolean hasClassic = beyondClassic.size() < filter.types().size();
        boolean hasConsumer = beyondClassic.remove(GroupNames.CONSUMER);
        if (!beyondClassic.isEmpty() || (!hasClassic && hasConsumer)) {
            throw refused(
                    broker,
                    ErrorCodes.UNSUPPORTED_VERSION,
                    "The broker only supports ListGroups v" + version
                            + ", but we need v5 or newer to request groups by type. Requested group types: ["
                            + String.join(", ", filter.types()) + "].");
        }
        return request;
    }

    private static Optional<String> text(String text) {
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static ApiErrorException refused(BrokerNode broker, short code, String message) {
        var where = "Error listing groups on " + broker.host() + ":" + broker.port() + " (id: " + broker.id()
                + " rack: " + broker.rack().orElse("null") + " isFenced: false)";
        return new ApiErrorException(code, where + ": " + ErrorCodes.text(code, message));
    }

    /** The ids alone. */
    public static List<String> ids(List<GroupListing> listings) {
        var ids = new ArrayList<String>();
        for (var listing : listings) {
            ids.add(listing.id());
        }
        return ids;
    }
}
