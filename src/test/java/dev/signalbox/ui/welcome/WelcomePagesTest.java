package dev.signalbox.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.Told;
import dev.signalbox.testing.Fx;
import dev.signalbox.ui.shell.Snapshots;
import dev.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the pages look like at their sizes. With `-Dsignalbox.pictures=DIR` pictures of them are kept.
class WelcomePagesTest {

    private final FakeDesk desk = new FakeDesk();

    @BeforeAll
    static void startTheToolkit() {
        Fx.start();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_440})
    void picturesOfEveryPageAreDrawn(int width) {
        String folder = System.getProperty("signalbox.pictures", "");
        desk.trouble = null;
        for (Theme theme : Theme.values()) {
            picture(null, theme, width, folder);
            for (Step step : Step.values()) {
                assertThat(picture(step, theme, width, folder)).isEqualTo(step.title());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_440})
    void aFileOfSomebodyIsOnlyTheirsToMend(int width) {
        List<String> again = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            List<String> words = Fx.run(() -> {
                WelcomePane pane = WelcomePane.mending(
                        Path.of("/home/kim/te\u202eam/signalbox.yaml"),
                        List.of("signalbox.yaml, line 3: this is no YAML."), Optional::empty, () -> again.add("again"));
                Scene scene = new Scene(pane, width, 760);
                theme.applyTo(scene);
                pane.applyCss();
                pane.layout();
                ((ButtonBase) pane.lookup("#welcome-again")).fire();
                String folder = System.getProperty("signalbox.pictures", "");
                if (!folder.isBlank()) {
                    Snapshots.write(scene, Path.of(folder, "welcome-mend-" + width + "-"
                            + theme.name().toLowerCase(Locale.ROOT) + ".png"));
                }
                assertThat(pane.lookup("#welcome-connect")).as("nothing is set up in its place").isNull();
                return pane.lookupAll(".label").stream().map(n -> ((Labeled) n).getText()).toList();
            });
            assertThat(words).anyMatch(text -> text.contains("signalbox.yaml, line 3: this is no YAML."))
                    .anyMatch(text -> text.contains("started with /home/kim/te‹U+202E›am/signalbox.yaml."));
        }
        assertThat(again).hasSize(Theme.values().length);
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, names = {"REPOSITORIES", "BOARD"})
    void listsTakeTheHeightThatIsThere(Step step) {
        desk.trouble = null;
        double low = listHeight(step, 760);

        assertThat(listHeight(step, 1_000)).isEqualTo(low + 240);
        assertThat(listHeight(step, 400)).as("it scrolls rather than vanishes").isGreaterThan(150);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_440})
    void clustersThatCannotBeReadAreSaidInWhole(int width) {
        desk.silent.put("prod-eu", "It refused our credential: the token of the service account has expired.");
        desk.silent.put("staging-1", "It cannot be reached: connection refused.");
        for (Theme theme : Theme.values()) {
            List<String> cut = Fx.run(() -> {
                WelcomePane fresh = make();
                Scene scene = new Scene(fresh, width, 760);
                theme.applyTo(scene);
                fresh.applyCss();
                fresh.layout();
                fresh.model().begin();
                fresh.model().connect(desk.silent.keySet().stream().map(name -> new Chosen.Cluster(
                        new ConnectionId(name), FakeDesk.context(name, "", null, ""), List.of("shop"), List.of(),
                        ClusterMark.ORDINARY)).toList());
                reach(fresh, Step.BOARD);
                for (int i = 0; i < 3; i++) {
                    fresh.applyCss();
                    fresh.layout();
                }
                String folder = System.getProperty("signalbox.pictures", "");
                if (!folder.isBlank()) {
                    Snapshots.write(scene, Path.of(folder, "welcome-unread-" + width + "-"
                            + theme.name().toLowerCase(Locale.ROOT) + ".png"));
                }
                return fresh.lookup("#proposal-unread").lookupAll(".label").stream().map(Labeled.class::cast)
                        .filter(l -> l.getHeight() < l.prefHeight(l.getWidth()) - 0.5).map(Labeled::getText).toList();
            });
            assertThat(cut).as("cut off at %d", width).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_440})
    void theWayToAServerThatDoesNotAnswerIsSeenWhole(int width) {
        desk.trouble = new SetupDesk.NoAnswer("It cannot be reached: no connection to github.com in time.");
        for (Theme theme : Theme.values()) {
            List<String> cut = Fx.run(() -> {
                WelcomePane fresh = make();
                Scene scene = new Scene(fresh, width, 760);
                theme.applyTo(scene);
                fresh.applyCss();
                fresh.layout();
                fresh.model().begin();
                assertThat(fresh.lookup("#account-proxy").getParent().getParent().getParent().isVisible()).isFalse();
                ((TextInputControl) fresh.lookup("#account-token")).setText(FakeDesk.GOOD);
                ((ButtonBase) fresh.lookup("#step-forward")).fire();
                for (int i = 0; i < 3; i++) {
                    fresh.applyCss();
                    fresh.layout();
                }
                String folder = System.getProperty("signalbox.pictures", "");
                if (!folder.isBlank()) {
                    Snapshots.write(scene, Path.of(folder, "welcome-network-" + width + "-"
                            + theme.name().toLowerCase(Locale.ROOT) + ".png"));
                }
                Node network = fresh.lookup("#account-network");
                assertThat(network.lookup("#account-proxy").getParent().getParent().getParent().isVisible()).isTrue();
                return network.lookupAll("*").stream()
                        .filter(n -> n instanceof Labeled label && isCut(label)
                                || n.localToScene(n.getLayoutBounds()).getMaxX() > width)
                        .map(Node::toString).toList();
            });
            assertThat(cut).as("cut off at %s", width).isEmpty();
        }
    }

    private static boolean isCut(Labeled label) {
        return label.getHeight() < label.prefHeight(label.getWidth()) - 0.5
                || !label.isWrapText() && label.getWidth() < label.prefWidth(-1) - 0.5;
    }

    private double listHeight(Step step, int height) {
        return Fx.run(() -> {
            WelcomePane fresh = make();
            Scene scene = new Scene(fresh, 1_000, height);
            Theme.DARK.applyTo(scene);
            fresh.applyCss();
            fresh.layout();
            fresh.model().begin();
            fresh.applyCss();
            fresh.layout();
            reach(fresh, step);
            fresh.applyCss();
            fresh.layout();
            return fresh.lookup(step == Step.BOARD ? "#proposal-list" : "#repositories-list")
                    .getLayoutBounds().getHeight();
        });
    }

    /// @return the heading; empty on the first page
    private String picture(@Nullable Step step, Theme theme, int width, String folder) {
        return Fx.run(() -> {
            WelcomePane fresh = make();
            Scene scene = new Scene(fresh, width, 760);
            theme.applyTo(scene);
            fresh.applyCss();
            fresh.layout();
            if (step != null) {
                fresh.model().begin();
                fresh.applyCss();
                fresh.layout();
                reach(fresh, step);
            }
            fresh.applyCss();
            fresh.layout();
            if (!folder.isBlank()) {
                String name = step == null ? "first" : step.name().toLowerCase(Locale.ROOT);
                Snapshots.write(scene, Path.of(folder, "welcome-" + name + "-" + width + "-"
                        + theme.name().toLowerCase(Locale.ROOT) + ".png"));
            }
            return fresh.lookup("#step-title") instanceof Labeled title ? title.getText() : "";
        });
    }

    private void reach(WelcomePane fresh, Step step) {
        WizardModel model = fresh.model();
        if (step.ordinal() > 0) {
            model.signedIn(FakeDesk.account(), FakeDesk.sheet(Told.NO));
        }
        while (model.step().get() != step) {
            if (model.step().get() == Step.REPOSITORIES) {
                model.choose(List.of(desk.repositories.getFirst().id()));
            }
            model.next();
        }
        fresh.applyCss();
        fresh.layout();
        if (step == Step.CLUSTERS) {
            ((ButtonBase) fresh.lookup("#cluster-staging-1-chosen")).fire();
            ((ButtonBase) fresh.lookup("#cluster-prod-eu-chosen")).fire();
        }
        if (step == Step.BOARD && fresh.lookup("#proposal-list") instanceof ListView<?> list) {
            list.getSelectionModel().select(1);
        }
    }

    private WelcomePane make() {
        return WelcomePane.whole(
                List.of(), () -> Optional.of("Nobody practises here."), desk, () -> {},
                InstantSource.fixed(Instant.EPOCH), Runnable::run, Runnable::run);
    }
}
