package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who must agree before something may be deployed, on the wire. Exactly one of user, group and access level is told.
///
/// @param decided what was decided under this rule; only in the summary of a deployment
record ApprovalRuleJson(
        @Nullable Long user,
        @Nullable Long group,
        @Nullable Long accessLevel,
        @Nullable String description,
        long required,
        List<ApprovalJson> decided) {

    static ApprovalRuleJson of(JsonFields rule) {
        return new ApprovalRuleJson(
                rule.number("user_id"),
                rule.number("group_id"),
                rule.number("access_level"),
                rule.words("access_level_description"),
                rule.number("required_approvals", 0),
                rule.objects("deployment_approvals").stream().map(ApprovalJson::of).toList());
    }
}
