package dev.gregor.cli.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.coordinator.GroupListing;
import dev.gregor.cli.coordinator.GroupNames;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupDeleteCommandTest {
    private static GroupFacts group(String id, String type) {
        return new GroupFacts(
                new GroupListing(id, Optional.of(type), "", Optional.of(GroupNames.EMPTY), 1),
                Optional.empty(),
                Map.of(),
                Map.of());
    }

    @Test
    void givenAShareGroup_whenItGoesAsAWhole_thenNoUndoClaimsToBringItBackAsAClassicOne() {
        assertThat(GroupDeleteCommand.canComeBack(group("jobs", GroupNames.SHARE), true))
                .isFalse();
        assertThat(GroupDeleteCommand.canComeBack(group("jobs", GroupNames.SHARE), false))
                .isTrue();
    }

    @Test
    void givenAGroupNamedWithAWildcard_whenItGoesAsAWhole_thenNoUndoReachesForOthers() {
        assertThat(GroupDeleteCommand.canComeBack(group("team*", GroupNames.CLASSIC), true))
                .isFalse();
        assertThat(GroupDeleteCommand.canComeBack(group("team", GroupNames.CLASSIC), true))
                .isTrue();
    }

    @Test
    void givenAStreamsGroup_whenAnyOfItGoes_thenThereIsNoUndo() {
        assertThat(GroupDeleteCommand.canComeBack(group("app", GroupNames.STREAMS), false))
                .isFalse();
    }
}
