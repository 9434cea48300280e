package dev.gregor.cli.acl;

import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.Outcome;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.resource.ResourcePattern;

/** Filters for what is there, and how changes of it went. */
final class AclFilters {
    private AclFilters() {}

    /** Every ACL on exactly this pattern. */
    static AclBindingFilter on(ResourcePattern pattern) {
        return new AclBindingFilter(pattern.toFilter(), AccessControlEntryFilter.ANY);
    }

    static Outcome outcome(Change change, Acls.Outcome result) {
        return result.error().isPresent()
                ? Outcome.failed(change, result.error().get())
                : Outcome.done(change);
    }
}
