package dev.signalbox.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.setup.ContextList;
import dev.signalbox.domain.setup.ExecCommand;
import dev.signalbox.domain.setup.NamespaceList;
import dev.signalbox.testing.Fx;
import dev.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The card of a context that was chosen, as it looks in a small window.
class ClusterViewTest {

    private static final Path FILE = Path.of("/home/kim/.kube/config");

    private final FakeDesk desk = new FakeDesk();

    @BeforeAll
    static void startTheToolkit() {
        Fx.start();
    }

    /// The card once its context is chosen.
    private ClustersPage chosen() {
        String context = desk.contexts.contexts().getFirst().name();
        ClustersPage page = new ClustersPage(new ClustersViewModel(
                desk, new Asking(Runnable::run, Runnable::run), new WizardModel(Step.CLUSTERS, List.of()),
                InstantSource.fixed(Instant.EPOCH)));
        Scene scene = new Scene(page.node(), 860, 700);
        Theme.DARK.applyTo(scene);
        page.shown();
        layOut(page);
        ((CheckBox) page.node().lookup("#cluster-" + context + "-chosen")).fire();
        layOut(page);
        return page;
    }

    private static void layOut(ClustersPage page) {
        for (int i = 0; i < 3; i++) {
            page.node().applyCss();
            page.node().layout();
        }
    }

    @Test
    void everythingThatIsAgreedToIsSeen() {
        String script = "x".repeat(1_500) + " marker " + "y".repeat(1_500);
        String variable = "A".repeat(80) + "_MARKER_" + "B".repeat(80);
        desk.contexts = new ContextList(
                List.of(FILE),
                List.of(FakeDesk.context(
                        "prod-eu", "", new ExecCommand(List.of("sh", "-c", script), List.of(variable), "f1", FILE),
                        "")),
                List.of());
        Fx.run(() -> {
            ClustersPage page = chosen();
            Label command = (Label) page.node().lookup("#cluster-prod-eu-command");
            assertThat(command.getText()).isEqualTo("sh -c “" + script + "”");
            assertThat(command.lookup(".text")).isInstanceOfSatisfying(
                    Text.class, drawn -> assertThat(drawn.getText()).contains(" marker "));
            assertThat(words(page)).anyMatch(text -> text.contains(variable));
            assertThat(cut(page)).isEmpty();
            return true;
        });
    }

    @Test
    void namespacesThatHaveNoButtonAreCounted() {
        desk.contexts = new ContextList(
                List.of(FILE), List.of(FakeDesk.context("staging-1", "", null, "")), List.of());
        desk.namespaces = new NamespaceList.Listed(
                IntStream.range(0, 200).mapToObj(i -> "team-" + i).toList());
        Fx.run(() -> {
            assertThat(words(chosen())).contains("team-59", "… and 140 more; type their names")
                    .doesNotContain("team-60");
            return true;
        });
        desk.namespaces = new NamespaceList.Listed(IntStream.range(0, 60).mapToObj(i -> "team-" + i).toList());
        Fx.run(() -> {
            assertThat(words(chosen())).contains("team-59").noneMatch(text -> text.contains("more"));
            return true;
        });
    }

    private static List<String> words(ClustersPage page) {
        return page.node().lookupAll("*").stream().filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText()).toList();
    }

    private static List<String> cut(ClustersPage page) {
        return page.node().lookupAll(".label").stream().map(Labeled.class::cast)
                .filter(l -> l.getHeight() < l.prefHeight(l.getWidth()) - 0.5).map(Labeled::getText).toList();
    }
}
