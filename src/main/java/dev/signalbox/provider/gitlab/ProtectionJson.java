package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an environment is protected, on the wire: <https://docs.gitlab.com/api/protected_environments/>.
///
/// @param deployers who may deploy
/// @param required approvals wanted where there are no rules
record ProtectionJson(
        @Nullable String name, List<ApprovalRuleJson> deployers, List<ApprovalRuleJson> rules, long required) {

    static ProtectionJson of(JsonFields protection) {
        return new ProtectionJson(
                protection.text("name"),
                protection.objects("deploy_access_levels").stream()
                        .map(ApprovalRuleJson::of)
                        .toList(),
                protection.objects("approval_rules").stream().map(ApprovalRuleJson::of).toList(),
                protection.number("required_approval_count", 0));
    }
}
