package dev.signalbox.ui.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import org.junit.jupiter.api.Test;

class UnsentTest {

    private final Unsent comments = new Unsent();

    @Test
    void keepsEachCommentForWhatItWasWrittenFor() {
        comments.keep(key(1), "soaked for an hour");
        comments.keep(key(2), "wait for the migration");
        assertThat(comments.of(key(1))).isEqualTo("soaked for an hour");
        assertThat(comments.of(key(2))).isEqualTo("wait for the migration");
        assertThat(comments.of(key(3))).isEmpty();
    }

    @Test
    void forgetsWhatWasEmptied() {
        comments.keep(key(1), "first thought");
        comments.keep(key(1), "  ");
        assertThat(comments.of(key(1))).isEmpty();
    }

    @Test
    void forgetsWhatWasSentAndNothingThatWasWrittenSince() {
        comments.keep(key(1), " soaked for an hour ");
        comments.keep(key(2), "wait for the migration");
        comments.forget(key(1), "soaked for an hour");
        comments.forget(key(2), "soaked for an hour");
        assertThat(comments.of(key(1))).isEmpty();
        assertThat(comments.of(key(2))).isEqualTo("wait for the migration");
    }

    @Test
    void knowsNothingOfNothing() {
        comments.keep(null, "nowhere to go");
        assertThat(comments.of(null)).isEmpty();
    }

    @Test
    void keepsOnlyTheNewestFew() {
        for (int i = 0; i < 25; i++) {
            comments.keep(key(i), "comment " + i);
        }
        assertThat(comments.of(key(4))).isEmpty();
        assertThat(comments.of(key(5))).isEqualTo("comment 5");
        assertThat(comments.of(key(24))).isEqualTo("comment 24");
    }

    @Test
    void keepsLongerWhatWasChangedLast() {
        for (int i = 0; i < 20; i++) {
            comments.keep(key(i), "comment " + i);
        }
        comments.keep(key(0), "changed");
        comments.keep(key(20), "one more");
        assertThat(comments.of(key(0))).isEqualTo("changed");
        assertThat(comments.of(key(1))).isEmpty();
    }

    private static ApprovalKey key(long number) {
        return new ApprovalKey(
                new RunId(new RepositoryId(new ConnectionId("GitHub"), "acme", "web"), number),
                new Gate.Environment(1));
    }
}
