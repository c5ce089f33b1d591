package dev.signalbox.ui.shell;

import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The frame around the visible screen.
final class ShellView extends BorderPane {

    private static final int MOST_BANNERS = 3;

    private final TimeOfDay clock;
    private final TopBarView top;
    private final NavigationView navigation;
    private final FooterView footer = new FooterView();
    private final VBox banners = new VBox(4);
    private final @Nullable PracticeBanner practice;
    private List<Banner> shown = List.of();

    ShellView(
            ShellViewModel model,
            Runnable search,
            Runnable refresh,
            @Nullable Incidents incidents,
            TimeOfDay clock) {
        this.clock = clock;
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

    void show(ConsoleState state, Instant now) {
        top.show(state, now);
        navigation.show(state);
        footer.show(FooterRows.of(state, now, clock));
        if (practice != null) {
            practice.refresh();
        }
        List<Banner> wanted = banners(state, now);
        if (!wanted.equals(shown)) {
            shown = wanted;
            banners.getChildren().setAll(wanted.stream().map(ShellView::line).toList());
            banners.setManaged(!wanted.isEmpty());
        }
    }

    private static List<Banner> banners(ConsoleState state, Instant now) {
        List<Banner> all = new ArrayList<>();
        if (!state.journalProblem().isEmpty()) {
            all.add(new Banner(
                    "Nothing can be sent, since the journal does not work: "
                            + SafeText.line(state.journalProblem(), 300),
                    Mark.ALERT));
        }
        List<String> connections = ConnectionRows.banners(state.connections().values(), now);
        connections.stream().limit(MOST_BANNERS).forEach(words -> all.add(new Banner(words, Mark.WARNING)));
        if (connections.size() > MOST_BANNERS) {
            all.add(new Banner((connections.size() - MOST_BANNERS) + " more connections have problems.", Mark.WARNING));
        }
        List<String> file = state.boardProblems();
        if (!file.isEmpty()) {
            String more = file.size() == 1 ? "" : " (" + (file.size() - 1) + " more)";
            all.add(new Banner(SafeText.line(file.getFirst(), 300) + more, Mark.WARNING));
        }
        return all;
    }

    private static ProblemLine line(Banner banner) {
        ProblemLine line = new ProblemLine("banner");
        line.show(banner.words, banner.mark);
        return line;
    }

    private record Banner(String words, Mark mark) {}
}
