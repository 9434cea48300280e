package dev.gregor.cli.acl;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.message.CreateAclsRequestData;
import org.apache.kafka.common.message.CreateAclsRequestData.AclCreation;
import org.apache.kafka.common.message.CreateAclsResponseData;
import org.apache.kafka.common.message.DeleteAclsRequestData;
import org.apache.kafka.common.message.DeleteAclsRequestData.DeleteAclsFilter;
import org.apache.kafka.common.message.DeleteAclsResponseData;
import org.apache.kafka.common.message.DescribeAclsRequestData;
import org.apache.kafka.common.message.DescribeAclsResponseData;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** A cluster's ACLs. Refusals come as {@link ApiErrorException}, SECURITY_DISABLED where there is no authorizer. */
public final class Acls {
    private final ClusterClient client;

    /** Of this cluster; the client stays the caller's. */
    public Acls(ClusterClient client) {
        this.client = client;
    }

    /** How one of several ACLs fared; no error means done. */
    public record Outcome(AclBinding acl, Optional<ApiErrorException> error) {}

    /** The ACLs that a filter lets through, in the cluster's order. */
    public List<AclBinding> find(AclBindingFilter filter) {
        var request = new DescribeAclsRequestData()
                .setResourceTypeFilter(filter.patternFilter().resourceType().code())
                .setResourceNameFilter(filter.patternFilter().name())
                .setPatternTypeFilter(filter.patternFilter().patternType().code())
                .setPrincipalFilter(filter.entryFilter().principal())
                .setHostFilter(filter.entryFilter().host())
                .setOperation(filter.entryFilter().operation().code())
                .setPermissionType(filter.entryFilter().permissionType().code());
        var answer = client.ask(
                client.whoeverKnows(), request, new DescribeAclsResponseData(), DescribeAclsResponseData::errorCode);
        if (answer.errorCode() != ErrorCodes.NONE) {
            throw new ApiErrorException(answer.errorCode(), answer.errorMessage());
        }
        var acls = new ArrayList<AclBinding>();
        for (var resource : answer.resources()) {
            var pattern = new ResourcePattern(
                    ResourceType.fromCode(resource.resourceType()),
                    resource.resourceName(),
                    PatternType.fromCode(resource.patternType()));
            for (var acl : resource.acls()) {
                acls.add(new AclBinding(
                        pattern,
                        new AccessControlEntry(
                                acl.principal(),
                                acl.host(),
                                AclOperation.fromCode(acl.operation()),
                                AclPermissionType.fromCode(acl.permissionType()))));
            }
        }
        return acls;
    }

    /** Adds ACLs, each by itself; one that is there already counts as added. */
    public List<Outcome> create(List<AclBinding> acls) {
        var request = new CreateAclsRequestData();
        for (var acl : acls) {
            request.creations()
                    .add(new AclCreation()
                            .setResourceType(acl.pattern().resourceType().code())
                            .setResourceName(acl.pattern().name())
                            .setResourcePatternType(acl.pattern().patternType().code())
                            .setPrincipal(acl.entry().principal())
                            .setHost(acl.entry().host())
                            .setOperation(acl.entry().operation().code())
                            .setPermissionType(acl.entry().permissionType().code()));
        }
        var answer = client.ask(client.whoeverKnows(), request, new CreateAclsResponseData(), Acls::firstError);
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < acls.size(); i++) {
            var row = answer.results().get(i);
            outcomes.add(new Outcome(acls.get(i), error(row.errorCode(), row.errorMessage())));
        }
        return outcomes;
    }

    /** Removes every ACL that one of the filters lets through, and tells how each fared. */
    public List<Outcome> delete(List<AclBindingFilter> filters) {
        var request = new DeleteAclsRequestData();
        for (var filter : filters) {
            request.filters()
                    .add(new DeleteAclsFilter()
                            .setResourceTypeFilter(
                                    filter.patternFilter().resourceType().code())
                            .setResourceNameFilter(filter.patternFilter().name())
                            .setPatternTypeFilter(
                                    filter.patternFilter().patternType().code())
                            .setPrincipalFilter(filter.entryFilter().principal())
                            .setHostFilter(filter.entryFilter().host())
                            .setOperation(filter.entryFilter().operation().code())
                            .setPermissionType(
                                    filter.entryFilter().permissionType().code()));
        }
        var answer = client.ask(client.whoeverKnows(), request, new DeleteAclsResponseData(), Acls::firstError);
        var outcomes = new ArrayList<Outcome>();
        for (var result : answer.filterResults()) {
            if (result.errorCode() != ErrorCodes.NONE) {
                throw new ApiErrorException(result.errorCode(), result.errorMessage());
            }
            for (var acl : result.matchingAcls()) {
                var binding = new AclBinding(
                        new ResourcePattern(
                                ResourceType.fromCode(acl.resourceType()),
                                acl.resourceName(),
                                PatternType.fromCode(acl.patternType())),
                        new AccessControlEntry(
                                acl.principal(),
                                acl.host(),
                                AclOperation.fromCode(acl.operation()),
                                AclPermissionType.fromCode(acl.permissionType())));
                outcomes.add(new Outcome(binding, error(acl.errorCode(), acl.errorMessage())));
            }
        }
        return outcomes;
    }

    private static Optional<ApiErrorException> error(short code, @org.jspecify.annotations.Nullable String message) {
        return code == ErrorCodes.NONE ? Optional.empty() : Optional.of(new ApiErrorException(code, message));
    }

    private static short firstError(CreateAclsResponseData answer) {
        for (var row : answer.results()) {
            return row.errorCode();
        }
        return ErrorCodes.NONE;
    }

    private static short firstError(DeleteAclsResponseData answer) {
        for (var row : answer.filterResults()) {
            return row.errorCode();
        }
        return ErrorCodes.NONE;
    }
}
