package dev.signalbox.ui.settings.polling;

import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.widget.Choice;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.Region;

/// How often providers are asked, and how much of their limit that may take. Every choice is in force at once.
public final class PollingPage {

    private final ObjectProperty<PollingChoice> chosen;

    /// @param chosen what is in force; setting it changes that
    public PollingPage(ObjectProperty<PollingChoice> chosen) {
        this.chosen = chosen;
    }

    public SettingsPage page() {
        return new SettingsPage("polling", "Polling and budget", "fth-activity", List.of(
                new Setting(
                        "work", "Normal work",
                        "Share of a provider's hourly limit that reading may use. When it runs short, everything is read "
                                + "less often, but not what you look at.",
                        List.of("budget", "rate limit", "requests", "share"),
                        () -> choice(
                                "work", "Normal work", List.of(10, 20, 30, 40, 50), share -> share + " %",
                                PollingChoice::work,
                                (now, share) -> new PollingChoice(share, now.held(), now.quiet()))),
                new Setting(
                        "held", "Held back for actions",
                        "Share of the limit that reading never touches: approvals, starts and their checks need it.",
                        List.of("budget", "reserve", "rate limit"),
                        () -> choice(
                                "held", "Held back for actions", List.of(10, 20, 30, 40), share -> share + " %",
                                PollingChoice::held,
                                (now, share) -> new PollingChoice(now.work(), share, now.quiet()))),
                new Setting(
                        "quiet", "When nobody looks",
                        "How often repositories are read in which nothing moves and which are not on the screen.",
                        List.of("idle", "pace", "interval", "often", "refresh"),
                        () -> choice(
                                "quiet", "When nobody looks", List.of(1, 2, 4), PollingPage::words,
                                PollingChoice::quiet,
                                (now, pace) -> new PollingChoice(now.work(), now.held(), pace)))));
    }

    private static String words(int quiet) {
        return switch (quiet) {
            case 1 -> "As usual";
            case 2 -> "Half as often";
            default -> "A quarter as often";
        };
    }

    private Region choice(
            String id, String title, List<Integer> choices, Function<Integer, String> words,
            Function<PollingChoice, Integer> read, BiFunction<PollingChoice, Integer, PollingChoice> change) {
        Choice<Integer> choice = new Choice<>("polling-" + id, title, choices, words);
        chosen.subscribe(now -> choice.choose(read.apply(now)));
        choice.chosenProperty().addListener((property, before, now) -> {
            if (now != null && !now.equals(read.apply(chosen.get()))) {
                chosen.set(change.apply(chosen.get(), now));
            }
        });
        return choice;
    }
}
