package dev.signalbox.ui.plan;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ci.CiWords;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.domain.text.SafePage;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The pull or merge request that an action has opened, as the journal keeps it.
///
/// @param name as its provider calls it (`pull request #12`)
/// @param place its repository and branch, in words
/// @param page absent where a browser may not be sent there
public record OpenedRequest(String name, String place, @Nullable URI page) {

    private static final int LONGEST = 120;

    /// The request of an action; absent as long as none was seen.
    public static @Nullable OpenedRequest of(ActionRecord action, ConsoleState state) {
        for (PlanStep step : action.plan().steps()) {
            if (step.verifies() instanceof Expectation.RequestOpens e && e.number() > 0) {
                Connection connection = state.connections().get(e.repository().connection());
                CiWords words = connection == null ? CiWords.OURS : CiWords.of(connection.kind());
                return new OpenedRequest(
                        words.request() + " " + words.requestMark() + e.number(),
                        SafeText.line(e.repository().owner() + "/" + e.repository().name(), LONGEST) + ", branch "
                                + SafeText.line(e.branch(), LONGEST),
                        SafePage.mayOpen(e.page()) ? e.page() : null);
            }
        }
        return null;
    }

    /// What the button says that leads there.
    public String press() {
        return "Open " + name;
    }
}
