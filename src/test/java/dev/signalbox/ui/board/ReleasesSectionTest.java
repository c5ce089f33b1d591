package dev.signalbox.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.ui.theme.Theme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReleasesSectionTest {

    private static final double DRAWER = 340;
    private static final URI PAGE = URI.create("https://ci.example.com/releases/1");

    private final List<URI> opened = new ArrayList<>();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void takesNoRoomWhereThereCanBeNone() {
        Fx.act(() -> {
            ReleasesSection section = shown(DrawerRow.Releases.NONE);
            assertThat(section.isVisible()).isFalse();
            assertThat(section.isManaged()).isFalse();
        });
    }

    @Test
    void saysWhyThereIsNothing() {
        Fx.act(() -> {
            ReleasesSection section = shown(new DrawerRow.Releases(null, List.of(), "being read"));
            assertThat(section.isVisible()).isTrue();
            assertThat(labels(section)).contains("being read");
        });
    }

    @Test
    void aTagOpensItsPage() {
        Fx.act(() -> {
            ReleasesSection section = shown(releases(row("v2", PAGE, false)));
            Hyperlink link = (Hyperlink) Objects.requireNonNull(section.lookup("#release-v2"));
            assertThat(link.getText()).isEqualTo("v2");
            assertThat(link.getAccessibleText()).isEqualTo("Open Release v2, 2 d ago");
            assertThat(link.isFocusTraversable()).isTrue();
            link.fire();
            assertThat(link.isVisited()).as("keeps its colour").isFalse();
        });
        assertThat(opened).containsExactly(PAGE);
    }

    @Test
    void aTagWithoutAPageIsNoLink() {
        Fx.act(() -> {
            ReleasesSection section = shown(releases(row("v2", PAGE, false)));
            section.show(releases(row("v3", null, false)));
            Hyperlink link = (Hyperlink) Objects.requireNonNull(section.lookup(".release-link"));
            assertThat(link.isManaged()).isFalse();
            link.fire();
            assertThat(labels(section)).contains("v3").doesNotContain("v2");
        });
        assertThat(opened).isEmpty();
    }

    @Test
    void theOneThatRunsSaysSoInWords() {
        Fx.act(() -> {
            assertThat(labels(shown(releases(row("v2", PAGE, true))))).contains("running");
            assertThat(labels(shown(releases(row("v2", PAGE, false))))).doesNotContain("running");
        });
    }

    @Test
    void whateverItsTagALineStaysInTheDrawer() {
        Fx.act(() -> {
            ReleasesSection section = shown(releases(row("v2-" + "x".repeat(77), PAGE, true)));
            Label running = (Label) section.lookupAll(".label").stream()
                    .filter(node -> node instanceof Label label && label.getText().equals("running"))
                    .findFirst()
                    .orElseThrow();
            assertThat(running.localToScene(running.getBoundsInLocal()).getMaxX())
                    .isLessThanOrEqualTo(DRAWER + 0.5);
            assertThat(running.getWidth()).isGreaterThanOrEqualTo(running.prefWidth(-1) - 0.5);
        });
    }

    private ReleasesSection shown(DrawerRow.Releases releases) {
        ReleasesSection section = new ReleasesSection(opened::add);
        VBox root = new VBox(section);
        Theme.DARK.applyTo(new Scene(root, DRAWER, 400));
        section.show(releases);
        root.applyCss();
        root.layout();
        return section;
    }

    private static List<String> labels(ReleasesSection section) {
        return section.lookupAll(".label").stream()
                .filter(node -> node instanceof Label && node.isManaged())
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private static DrawerRow.Releases releases(DrawerRow.ReleaseRow... rows) {
        return new DrawerRow.Releases(null, List.of(rows), "");
    }

    private static DrawerRow.ReleaseRow row(String tag, @Nullable URI page, boolean running) {
        return new DrawerRow.ReleaseRow(tag, "2 d ago by ada", page, running, "Release " + tag + ", 2 d ago");
    }
}
