package dev.signalbox.ui.welcome;

import dev.signalbox.domain.text.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the first page offers.
final class WelcomeViewModel {

    private static final int LONGEST = 300;

    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Supplier<Optional<String>> practise;

    /// @param troubles what went wrong before, in sentences; shown until something else is to be said
    WelcomeViewModel(List<String> troubles, Supplier<Optional<String>> practise) {
        this.practise = practise;
        if (!troubles.isEmpty()) {
            problem.set(troubles.stream().map(t -> SafeText.line(t, LONGEST)).collect(Collectors.joining(" ")));
        }
    }

    /// What is wrong; empty for nothing.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    void practise() {
        problem.set(practise.get().map(why -> SafeText.line(why, LONGEST)).orElse(""));
    }
}
