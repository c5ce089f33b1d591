package dev.signalbox.ui.approvals;

import dev.signalbox.ui.plan.StepRow;
import dev.signalbox.ui.widget.Mark;
import java.util.List;

/// Everything that a decision needs, in words.
///
/// @param from version that runs there now, empty when unknown
/// @param run the run in a line
/// @param open what the button says that leads to it
/// @param pill who is missing
/// @param problem what could not be read, beside what was; empty when all is well
/// @param promise what exactly is decided on
/// @param planWords while the plan is not there: why
/// @param choices for which rule is decided, where there are several
/// @param blocked why the person may not decide; empty when they may
record ApprovalCard(
        ApprovalKey key,
        String title,
        String from,
        String to,
        String run,
        String open,
        String pill,
        Mark pillMark,
        String problem,
        String jobsHeading,
        List<Line> jobs,
        String peopleHeading,
        List<Line> people,
        String changesHeading,
        List<CommitLine> commits,
        String changesNote,
        boolean changesWarn,
        List<StepRow> steps,
        String planWords,
        List<String> warnings,
        String promise,
        RuleChoices choices,
        String blocked) {

    /// A line with a shape: a job, a person.
    record Line(Mark mark, String name, String words, String right) {}

    /// A commit.
    record CommitLine(String sha, String subject, String author) {}
}
