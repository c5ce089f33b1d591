package dev.signalbox.provider.github;

import dev.signalbox.provider.json.JsonFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What waits for a review, and reviews, on the wire.
final class ApprovalJson {

    private ApprovalJson() {}

    /// An environment that a run waits for.
    ///
    /// @param waitTimer minutes
    record Pending(
            @Nullable Long environment,
            @Nullable String environmentName,
            boolean currentUserCanApprove,
            long waitTimer,
            @Nullable Instant waitTimerStartedAt,
            List<Reviewer> reviewers) {

        static Pending of(JsonFields pending) {
            return new Pending(
                    pending.object("environment").number("id"),
                    pending.object("environment").text("name"),
                    pending.flag("current_user_can_approve"),
                    pending.number("wait_timer", 0),
                    pending.time("wait_timer_started_at"),
                    reviewersOf(pending));
        }
    }

    /// Somebody who is asked.
    record Reviewer(@Nullable String type, @Nullable String login, @Nullable String name) {

        static Reviewer of(JsonFields entry) {
            JsonFields who = entry.object("reviewer");
            return new Reviewer(entry.text("type"), who.text("login"), who.text("name"));
        }
    }

    /// A decision that was taken.
    record Review(
            @Nullable String state, @Nullable String comment, @Nullable String user, List<String> environments) {

        static Review of(JsonFields review) {
            return new Review(
                    review.text("state"),
                    review.words("comment"),
                    review.object("user").text("login"),
                    review.objects("environments").stream()
                            .map(environment -> environment.text("name"))
                            .<String>mapMulti((name, out) -> {
                                if (name != null) {
                                    out.accept(name);
                                }
                            })
                            .toList());
        }
    }

    static List<Reviewer> reviewersOf(JsonFields object) {
        return object.objects("reviewers").stream().map(Reviewer::of).toList();
    }
}
