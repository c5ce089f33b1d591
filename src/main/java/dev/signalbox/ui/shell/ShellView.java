package dev.signalbox.ui.shell;

import dev.signalbox.domain.text.Redaction;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.team.TeamSign;
import dev.signalbox.ui.vault.VaultSign;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The frame around the visible screen.
final class ShellView extends BorderPane {

    private static final int MOST_BANNERS = 3;
    private static final Runnable NOTHING = () -> {};

    private final TimeOfDay clock;
    private final TopBarView top;
    private final NavigationView navigation;
    private final FooterView footer = new FooterView();
    private final VBox banners = new VBox(4);
    private final @Nullable PracticeBanner practice;
    private final Runnable openTeam;
    private final Runnable openVault;
    private Supplier<Redaction> known = () -> Redaction.SHAPES_ONLY;
    private List<Banner> shown = List.of();

    ShellView(
            ShellViewModel model,
            Runnable search,
            Runnable refresh,
            @Nullable Incidents incidents,
            TimeOfDay clock) {
        this.clock = clock;
        openTeam = () -> model.teamShownProperty().set(true);
        openVault = () -> model.vaultShownProperty().set(true);
        setId("shell");
        top = new TopBarView(model, search, refresh);
        navigation = new NavigationView(model);
        practice = incidents == null ? null : new PracticeBanner(incidents);
        banners.getStyleClass().add("sb-banners");
        banners.setManaged(false);
        VBox head = new VBox(top);
        if (practice != null) {
            head.getChildren().add(practice);
        }
        setTop(head);
        setLeft(navigation);
        setBottom(footer);
        model.currentProperty().subscribe(screen -> {
            if (screen != null) {
                setCenter(new BorderPane(screen.node(), banners, null, null, null));
            }
        });
        show(model.state(), model.now());
    }

    /// From now on this takes secrets out of what is shown.
    void hideWith(Supplier<Redaction> secrets) {
        known = secrets;
    }

    /// Offers a way out of practice; nothing where nobody practises.
    void leavePracticeWith(Runnable leave) {
        if (practice != null) {
            practice.leaveWith(leave);
        }
    }

    void show(ConsoleState state, Instant now) {
        top.show(state, now);
        navigation.show(state);
        footer.show(FooterRows.of(state, now, clock, known.get()));
        if (practice != null) {
            practice.refresh();
        }
        List<Banner> wanted = banners(state, now);
        if (!wanted.equals(shown)) {
            shown = wanted;
            banners.getChildren().setAll(wanted.stream().map(this::line).toList());
            banners.setManaged(!wanted.isEmpty());
        }
    }

    private List<Banner> banners(ConsoleState state, Instant now) {
        List<Banner> all = new ArrayList<>();
        if (!state.journalProblem().isEmpty()) {
            all.add(Banner.of(
                    "Nothing can be sent, since the journal does not work: "
                            + SafeText.line(state.journalProblem(), 300),
                    Mark.ALERT));
        }
        TeamSign.of(state.team(), now)
                .filter(sign -> !sign.banner().isEmpty())
                .ifPresent(sign -> all.add(new Banner(sign.banner(), Mark.WARNING, sign.press(), openTeam)));
        VaultSign.banner(state.vault())
                .ifPresent(words -> all.add(new Banner(words, Mark.WARNING, "Vault…", openVault)));
        List<String> connections = ConnectionRows.banners(
                state.connections().values().stream()
                        .filter(c -> !state.vault().waiting().contains(c.id().name()))
                        .toList(),
                now);
        connections.stream().limit(MOST_BANNERS).forEach(words -> all.add(Banner.of(words, Mark.WARNING)));
        if (connections.size() > MOST_BANNERS) {
            all.add(Banner.of((connections.size() - MOST_BANNERS) + " more connections have problems.", Mark.WARNING));
        }
        List<String> file = state.boardProblems();
        if (!file.isEmpty()) {
            String more = file.size() == 1 ? "" : " (" + (file.size() - 1) + " more)";
            all.add(Banner.of(SafeText.line(file.getFirst(), 300) + more, Mark.WARNING));
        }
        return all;
    }

    private Node line(Banner banner) {
        ProblemLine line = new ProblemLine("banner");
        line.show(banner.words, banner.mark);
        if (banner.press.isEmpty()) {
            return line;
        }
        Button press = Buttons.of("banner-press", banner.press, banner.go, "small");
        press.setAccessibleText(banner.press.replace("…", "") + ": " + banner.words);
        HBox.setHgrow(line, Priority.ALWAYS);
        HBox row = new HBox(8, line, press);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// @param press what the button beside it is called; empty for none
    /// @param go what the button does
    private record Banner(String words, Mark mark, String press, Runnable go) {

        static Banner of(String words, Mark mark) {
            return new Banner(words, mark, "", NOTHING);
        }
    }
}
