package dev.signalbox.provider.github;

import dev.signalbox.provider.json.JsonFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An environment on the wire.
record EnvironmentJson(
        @Nullable Long id, @Nullable String name, List<RuleJson> protectionRules, boolean hasBranchPolicy) {

    static EnvironmentJson of(JsonFields environment) {
        return new EnvironmentJson(
                environment.number("id"),
                environment.text("name"),
                environment.objects("protection_rules").stream().map(RuleJson::of).toList(),
                environment.has("deployment_branch_policy"));
    }

    /// A protection rule of any kind; what belongs to other kinds is absent.
    ///
    /// @param waitTimer minutes
    record RuleJson(
            @Nullable String type, long waitTimer, boolean preventSelfReview, List<ApprovalJson.Reviewer> reviewers) {

        static RuleJson of(JsonFields rule) {
            return new RuleJson(
                    rule.text("type"),
                    rule.number("wait_timer", 0),
                    rule.flag("prevent_self_review"),
                    ApprovalJson.reviewersOf(rule));
        }
    }
}
