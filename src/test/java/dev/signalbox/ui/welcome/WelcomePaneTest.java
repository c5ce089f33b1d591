package dev.signalbox.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.setup.Told;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages as somebody at a keyboard meets them.
class WelcomePaneTest {

    private final FakeDesk desk = new FakeDesk();
    private final List<String> done = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    private WelcomePane pane;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Stage stage;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Keys keys;

    @BeforeAll
    static void startTheToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        pane = Fx.run(() -> make(List.of()));
        stage = Fx.show(() -> pane, 1_000, 700);
        keys = new Keys(stage);
        Fx.act(() -> {
            stage.requestFocus();
            pane.takeFocus();
        });
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    private WelcomePane make(List<String> troubles) {
        return WelcomePane.whole(
                troubles, () -> {
                    done.add("practise");
                    return Optional.of("Another Signalbox is running.");
                }, desk, () -> done.add("opened"), InstantSource.fixed(Instant.EPOCH), Runnable::run, Runnable::run);
    }

    @Test
    void enterAloneLeadsThroughEveryStep() {
        assertThat(focused()).isEqualTo("welcome-connect");
        keys.press(KeyCode.ENTER);
        assertThat(focused()).isEqualTo("account-token");
        keys.type(FakeDesk.GOOD);
        keys.press(KeyCode.ENTER);
        assertThat(title()).isEqualTo("What this token may do");
        keys.press(KeyCode.ENTER);
        assertThat(focused()).isEqualTo("repositories-search");
        keys.type("acme");
        keys.press(KeyCode.DOWN);
        keys.press(KeyCode.SPACE);
        assertThat(words("repositories-count")).isEqualTo("1 of 4 repositories chosen · 3 found");
        keys.press(KeyCode.ENTER);
        assertThat(title()).isEqualTo("Connect clusters");
        keys.press(KeyCode.ENTER);
        assertThat(title()).isEqualTo("The proposed board");
        keys.press(KeyCode.ENTER);
        assertThat(title()).isEqualTo("Save and open the board");
        keys.press(KeyCode.ENTER);

        assertThat(done).containsExactly("opened");
        assertThat(desk.saved).isNotNull();
    }

    @Test
    void aClusterThatCannotBeReadIsToldBesideTheOthersAndMayBeLeftOut() {
        desk.silent.put("staging-1", "It cannot be reached: \u202econnection refused.");
        forwardTo(Step.CLUSTERS);
        Fx.act(() -> ((ButtonBase) node("cluster-staging-1-chosen")).fire());
        Fx.act(() -> node("step-forward").requestFocus());
        keys.press(KeyCode.ENTER);

        assertThat(accessible("proposal-unread-staging-1"))
                .isEqualTo("Nothing of staging-1 is proposed. It cannot be reached: ‹U+202E›connection refused. It"
                        + " will be connected all the same, unless you leave it out.");
        assertThat(words("proposal-count")).contains("of 3 proposed services");
        assertThat(accessible("proposal-unread-staging-1-out")).isEqualTo("Do not connect staging-1");
        Fx.act(() -> node("proposal-unread-staging-1-again").requestFocus());
        keys.press(KeyCode.ENTER);
        assertThat(focused()).as("it is told the same again").isEqualTo("proposal-unread-staging-1-again");
        Fx.act(() -> node("proposal-unread-staging-1-out").requestFocus());
        keys.press(KeyCode.ENTER);
        assertThat(focused()).isEqualTo("proposal-list");
        assertThat(Fx.run(() -> node("proposal-unread").isVisible())).isFalse();
        keys.press(KeyCode.ENTER);
        keys.press(KeyCode.ENTER);

        assertThat(desk.saved).isNotNull();
        assertThat(Objects.requireNonNull(desk.saved).clusters()).isEmpty();
    }

    @Test
    void theTrailShowsWhereSomebodyIsAndLeadsBack() {
        forwardTo(Step.CLUSTERS);
        assertThat(accessible("trail-clusters")).isEqualTo("Step 4 of 6: Clusters, current");
        assertThat(accessible("trail-account")).contains("go back to it");
        assertThat(Fx.run(() -> node("trail-board").isDisabled())).isTrue();

        Fx.act(() -> ((ButtonBase) node("trail-account")).fire());
        assertThat(title()).isEqualTo("Sign in to your CI provider");
    }

    @Test
    void aTypedHostStaysForWhoeverGoesBackByTheTrailAndOnlyOneMoreAccountBeginsAfresh() {
        toTheRepositoriesOf("git.example.com");
        fire("trail-account");
        assertThat(host()).isEqualTo("git.example.com");

        toTheRepositoriesOf("git.example.com");
        fire("repositories-found");
        fire("repositories-another");
        assertThat(title()).isEqualTo("Sign in to your CI provider");
        assertThat(host()).isEqualTo("github.com");
    }

    @Test
    void whoeverGoesBackToAnEarlierAccountFindsItsHost() {
        toTheRepositoriesOf("git.example.com");
        fire("repositories-found");
        fire("repositories-another");
        fire("step-back");
        fire("trail-account");
        assertThat(host()).isEqualTo("git.example.com");
    }

    @Test
    void enterOnBackGoesBack() {
        forwardTo(Step.REPOSITORIES);
        Fx.act(() -> node("step-back").requestFocus());
        keys.press(KeyCode.ENTER);
        assertThat(title()).isEqualTo("What this token may do");
        Fx.act(() -> node("step-back").requestFocus());
        keys.press(KeyCode.ENTER);
        Fx.act(() -> node("step-back").requestFocus());
        keys.press(KeyCode.ENTER);
        assertThat(focused()).isEqualTo("welcome-connect");
    }

    @Test
    void theTokenIsNeverOnTheScreen() {
        keys.press(KeyCode.ENTER);
        keys.type("ghp_wrong");
        assertThat(allWords()).doesNotContain("ghp_wrong");
        keys.press(KeyCode.ENTER);
        assertThat(accessible("step-problem")).contains("does not accept this token");
        assertThat(allWords()).doesNotContain("ghp_wrong");
    }

    @Test
    void whatPractiseRefusesIsSaid() {
        Fx.act(() -> ((ButtonBase) node("welcome-practise")).fire());
        assertThat(done).containsExactly("practise");
        assertThat(accessible("welcome-problem")).isEqualTo("Another Signalbox is running.");
    }

    @Test
    void whatIsSetUpWronglyIsSaidOnTheFirstPage() {
        Node broken = Fx.run(() -> make(List.of("console.yaml, line 3: \u202e wrong")));
        assertThat(Fx.run(() -> broken.lookup("#welcome-problem").getAccessibleText()))
                .startsWith("console.yaml, line 3:").doesNotContain("\u202e");
    }

    @Test
    void aCredentialProgramIsShownWholeBeforeItIsAllowed() {
        forwardTo(Step.CLUSTERS);
        Fx.act(() -> ((ButtonBase) node("cluster-prod-eu-chosen")).fire());

        assertThat(words("cluster-prod-eu-command")).isEqualTo("aws eks “get token” --cluster-name prod");
        assertThat(allWords()).contains("AWS_PROFILE").contains("It has not been run.");
        assertThat(Fx.run(() -> ((CheckBox) node("cluster-prod-eu-trusted")).isSelected()))
                .isFalse();
        assertThat(Fx.run(() -> node("cluster-prod-eu").getPseudoClassStates().toString())).contains("production");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCOUNT", "ABILITIES", "REPOSITORIES", "CLUSTERS", "BOARD", "DONE"})
    void everyControlHasANameForThoseWhoDoNotSeeIt(String step) {
        forwardTo(Step.valueOf(step));
        if (step.equals("CLUSTERS")) {
            Fx.act(() -> ((ButtonBase) node("cluster-staging-1-chosen")).fire());
            Fx.act(() -> ((ButtonBase) node("cluster-prod-eu-chosen")).fire());
        }
        assertThat(Fx.run(() -> pane.lookupAll("*").stream()
                .filter(n -> n instanceof Control && n.isFocusTraversable() && !(n instanceof ScrollPane))
                .filter(n -> !(n instanceof ListCell))
                .filter(n -> name(n).isBlank())
                .map(Node::toString).toList())).isEmpty();
    }

    private void toTheRepositoriesOf(String host) {
        Fx.act(() -> {
            pane.model().begin();
            ((TextInputControl) node("account-host")).setText(host);
            ((TextInputControl) node("account-token")).setText(FakeDesk.GOOD);
        });
        fire("step-forward");
        fire("step-forward");
    }

    private String host() {
        return Fx.run(() -> ((TextInputControl) node("account-host")).getText());
    }

    private void fire(String button) {
        Fx.act(((ButtonBase) node(button))::fire);
    }

    private void forwardTo(Step step) {
        Fx.act(() -> {
            pane.model().begin();
            reachHere(step);
        });
    }

    private void reachHere(Step step) {
        if (step.ordinal() > 0) {
            pane.model().signedIn(FakeDesk.account(), FakeDesk.sheet(Told.YES));
        }
        while (pane.model().step().get() != step) {
            pane.model().next();
        }
    }

    private static String name(Node node) {
        String text = node.getAccessibleText();
        String label = node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
        return text != null && !text.isBlank() ? text : label;
    }

    private String focused() {
        return Fx.run(() -> String.valueOf(stage.getScene().getFocusOwner().getId()));
    }

    private String title() {
        return words("step-title");
    }

    private String words(String id) {
        return Fx.run(() -> ((Labeled) node(id)).getText());
    }

    private String accessible(String id) {
        return Fx.run(() -> node(id).getAccessibleText());
    }

    private String allWords() {
        return Fx.run(() -> pane.lookupAll("*").stream()
                .map(n -> n instanceof Labeled label
                        ? String.valueOf(label.getText())
                        : n instanceof Text text
                                ? text.getText()
                                : n instanceof TextInputControl field && !(n instanceof PasswordField)
                                        ? String.valueOf(field.getText())
                                        : "")
                .collect(Collectors.joining("\n")));
    }

    private Node node(String id) {
        return Objects.requireNonNull(pane.lookup("#" + id), id);
    }
}
