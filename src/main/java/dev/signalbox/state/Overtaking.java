package dev.signalbox.state;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ci.Run;
import java.time.Instant;
import java.util.List;

/// Which of two answers counts when the later one to arrive may be the older one.
final class Overtaking {

    private Overtaking() {}

    static Change answered(Change.ConnectionAnswered now, Change waiting) {
        return waiting instanceof Change.ConnectionAnswered before && before.at().isAfter(now.at()) ? before : now;
    }

    static Change budget(Change.BudgetRead now, Change waiting) {
        return waiting instanceof Change.BudgetRead before && before.budget().readAt().isAfter(now.budget().readAt())
                ? before
                : now;
    }

    /// Of two lists each may hold the newer value of some run.
    static Change runs(Change.RunsRead now, Change waiting) {
        return waiting instanceof Change.RunsRead(var id, Answer.Good<List<Run>>(List<Run> before, Instant earlier))
                && now.answer() instanceof Answer.Good<List<Run>>(List<Run> read, Instant later)
                        ? new Change.RunsRead(id, new Answer.Good<>(
                                Reducer.mergeLists(before, read), later.isAfter(earlier) ? later : earlier))
                        : now;
    }

    static Change run(Change.RunRead now, Change waiting) {
        return waiting instanceof Change.RunRead(var id, Answer.Good<Run>(Run before, var earlier))
                && now.answer() instanceof Answer.Good<Run>(Run read, var later)
                && !read.isNewerThan(before)
                        ? waiting
                        : now;
    }
}
