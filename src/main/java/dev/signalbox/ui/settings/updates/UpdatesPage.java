package dev.signalbox.ui.settings.updates;

import dev.signalbox.domain.update.Version;
import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Choice;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.widget.Texts;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.InstantSource;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Whether newer versions of the console are looked for, where, and what came of it. It tells and leads to a page in
/// the browser; it fetches nothing.
public final class UpdatesPage {

    private static final double WIDTH = 340;

    private final UpdateCheck check;
    private final @Nullable Version own;
    private final InstantSource now;
    private final TimeOfDay clock;

    /// @param own the version that runs; absent where it runs from its build tree
    public UpdatesPage(UpdateCheck check, @Nullable Version own, InstantSource now, TimeOfDay clock) {
        this.check = check;
        this.own = own;
        this.now = now;
        this.clock = clock;
    }

    public SettingsPage page() {
        return new SettingsPage("updates", "Updates", "fth-refresh-cw", List.of(
                new Setting(
                        "daily", "Look for newer versions",
                        "Asks the address below, once a day at most, which version is the newest. No token is sent and"
                                + " nothing about you or your team. Nothing is ever downloaded.",
                        List.of("update", "upgrade", "check", "automatic", "release", "off"), this::daily),
                new Setting(
                        "where", "Whom to ask",
                        "The repository in which the project publishes its releases, such as"
                                + " https://github.com/owner/name, or an API’s address that ends with"
                                + " /releases/latest. Only https.",
                        List.of("address", "url", "feed", "repository"), this::where),
                new Setting(
                        "newest", "Newest version", "What came of the last look.",
                        List.of("version", "look now", "current", "latest"), this::newest)));
    }

    private Region daily() {
        Choice<UpdateCheck.Wanted> choice = new Choice<>(
                "updates-daily", "Look for newer versions", List.of(UpdateCheck.Wanted.values()), UpdatesPage::words);
        check.standing().subscribe(standing -> {
            choice.choose(standing.wanted());
            choice.setDisable(!standing.fixed().isEmpty());
        });
        choice.chosenProperty().addListener((property, before, wanted) -> {
            if (wanted != null && wanted != check.standing().get().wanted()) {
                check.choose(wanted);
            }
        });
        return choice;
    }

    private static String words(UpdateCheck.Wanted wanted) {
        return switch (wanted) {
            case NEVER -> "Never";
            case DAILY -> "Once a day";
        };
    }

    private Region where() {
        TextField field = new TextField(check.standing().get().where());
        field.setId("updates-where");
        field.setPromptText("https://github.com/owner/name");
        field.setAccessibleText("Address that is asked for the newest version");
        field.setPrefWidth(WIDTH);
        Runnable take = () -> check.askAt(field.getText().strip());
        field.setOnAction(enter -> take.run());
        Button use = Buttons.of("updates-use", "Use this address", take);
        ProblemLine refused = new ProblemLine("updates-refused");
        check.standing().subscribe(standing -> {
            boolean fixed = !standing.fixed().isEmpty();
            field.setDisable(fixed);
            use.setDisable(fixed);
            refused.show(standing.refused(), Mark.BAD);
        });
        return column(field, use, refused);
    }

    private Region newest() {
        Label words = Texts.wrapped("", "sb-sub");
        words.setId("updates-words");
        ProblemLine problem = new ProblemLine("updates-problem");
        Hyperlink page = new Hyperlink();
        page.setId("updates-page");
        page.setOnAction(press -> check.openPage());
        page.managedProperty().bind(page.visibleProperty());
        Button look = Buttons.of("updates-look", "Look now", check::look);
        check.standing().subscribe(standing -> {
            UpdateRow row = UpdateRows.of(standing, own, now.instant(), clock);
            words.setText(row.words());
            problem.show(row.problem(), Mark.WARNING);
            page.setText(row.link());
            page.setAccessibleText(row.link() + ", opens the browser");
            page.setVisible(!row.link().isEmpty());
            look.setDisable(!standing.maySearch());
        });
        return column(words, problem, page, look);
    }

    private static VBox column(Region... parts) {
        VBox column = new VBox(6, parts);
        column.setAlignment(Pos.CENTER_LEFT);
        column.setMaxWidth(WIDTH);
        return column;
    }
}
