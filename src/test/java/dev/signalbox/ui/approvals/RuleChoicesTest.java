package dev.signalbox.ui.approvals;

import static dev.signalbox.ui.approvals.Decisions.blocked;
import static dev.signalbox.ui.approvals.Decisions.met;
import static dev.signalbox.ui.approvals.Decisions.production;
import static dev.signalbox.ui.approvals.Decisions.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.ApprovalRule;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.ui.approvals.RuleChoices.Choice;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleChoicesTest {

    private static final ApprovalRule MANAGERS = new ApprovalRule("Release managers", 2, List.of(), List.of());
    private static final ApprovalRule OTHERS = new ApprovalRule("Security", 1, List.of(), List.of(), false);

    @Test
    void thereIsNothingToChooseWithoutRulesOrWithOneForUs() {
        assertThat(RuleChoices.of(production(true), "")).isEqualTo(RuleChoices.NONE);
        assertThat(RuleChoices.of(blocked(rule("QA")), "")).isEqualTo(RuleChoices.NONE);
        assertThat(RuleChoices.of(blocked(rule("QA"), OTHERS, met("Release managers")), ""))
                .isEqualTo(RuleChoices.NONE);
        assertThat(RuleChoices.NONE.isOpen()).isFalse();
        assertThat(RuleChoices.NONE.approve()).isEqualTo("Approve…");
    }

    @Test
    void ofTwoOneHasToBeChosenFirst() {
        RuleChoices choices = RuleChoices.of(blocked(rule("QA"), MANAGERS), "");
        assertThat(choices.rules()).containsExactly(
                new Choice("QA", "QA · 1 missing"), new Choice("Release managers", "Release managers · 2 missing"));
        assertThat(choices.isOpen()).isTrue();
        assertThat(choices.approve()).isEqualTo("Approve…");
    }

    @Test
    void theChosenOneIsNamedWhereItIsPressed() {
        RuleChoices choices = RuleChoices.of(blocked(rule("QA"), MANAGERS), "Release managers");
        assertThat(choices.isOpen()).isFalse();
        assertThat(choices.chosen()).isEqualTo("Release managers");
        assertThat(choices.approve()).isEqualTo("Approve for Release managers…");
        assertThat(choices.reject()).isEqualTo("Reject for Release managers…");
    }

    @Test
    void aChoiceOfARuleThatIsMetIsNone() {
        assertThat(RuleChoices.of(blocked(met("QA"), MANAGERS), "QA")).isEqualTo(RuleChoices.NONE);
        assertThat(RuleChoices.of(blocked(met("QA"), MANAGERS, rule("Ops")), "QA").isOpen()).isTrue();
    }

    @Test
    void whatWasChosenStaysChosenWhenItIsTheOnlyOneLeft() {
        RuleChoices choices = RuleChoices.of(blocked(met("QA"), MANAGERS), "Release managers");
        assertThat(choices.chosen()).isEqualTo("Release managers");
        assertThat(choices.rules()).hasSize(1);
    }

    @Test
    void whoMayNotDecideChoosesNothing() {
        PendingApproval mine = blocked(rule("QA"), MANAGERS);
        PendingApproval others = new PendingApproval(
                mine.run(), mine.gate(), mine.environmentName(), false, mine.waitTimer(), null, List.of(),
                mine.rules(), true);
        assertThat(RuleChoices.of(others, "QA")).isEqualTo(RuleChoices.NONE);
    }

    @Test
    void aHostileNameIsSentAsItIsAndShownAsText() {
        String name = "QA\u202e" + "x".repeat(300);
        RuleChoices choices = RuleChoices.of(blocked(rule(name), MANAGERS), name);
        assertThat(choices.chosen()).isEqualTo(name);
        assertThat(choices.approve()).startsWith("Approve for QA‹U+202E›").hasSizeLessThan(80);
        assertThat(choices.rules().getFirst().words()).doesNotContain("\u202e").hasSizeLessThan(80);
    }
}
