package dev.signalbox.ui.approvals;

import dev.signalbox.domain.ci.ApprovalRule;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.text.SafeText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// For which of several rules a person decides. Where only one is open to them there is nothing to choose.
///
/// @param rules what may be chosen; empty where nothing has to be
/// @param chosen the rule's exact name; absent where nothing was chosen yet, or nothing has to be
record RuleChoices(List<Choice> rules, @Nullable String chosen) {

    /// How many characters a rule may take on a button.
    private static final int NAME = 40;

    static final RuleChoices NONE = new RuleChoices(List.of(), null);

    /// One rule.
    ///
    /// @param rule its exact name, as the provider is told
    /// @param words its name and how it stands, as people read it
    record Choice(String rule, String words) {}

    /// @param wish what was chosen before; counts as long as the rule still wants an answer of ours
    static RuleChoices of(PendingApproval pending, String wish) {
        List<ApprovalRule> open = pending.answerable();
        String kept = open.stream().map(ApprovalRule::name).anyMatch(wish::equals) && !wish.isEmpty() ? wish : null;
        if (open.size() < 2 && kept == null) {
            return NONE;
        }
        return new RuleChoices(
                open.stream()
                        .map(rule -> new Choice(rule.name(), name(rule.name()) + " · " + rule.missing() + " missing"))
                        .distinct()
                        .toList(),
                kept);
    }

    /// Whether a person has to choose before they may decide.
    boolean isOpen() {
        return !rules.isEmpty() && chosen == null;
    }

    /// What the button says that approves.
    String approve() {
        return chosen == null ? "Approve…" : "Approve for " + name(chosen) + "…";
    }

    /// What the button says that rejects.
    String reject() {
        return chosen == null ? "Reject…" : "Reject for " + name(chosen) + "…";
    }

    /// The rules in a line, to be put behind other words; empty where nothing has to be chosen.
    String names() {
        return rules.isEmpty()
                ? ""
                : ", for " + String.join(" or ", rules.stream().limit(4).map(c -> name(c.rule())).toList());
    }

    private static String name(String rule) {
        return SafeText.line(rule, NAME);
    }
}
