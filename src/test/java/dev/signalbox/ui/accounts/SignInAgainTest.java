package dev.signalbox.ui.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.setup.DeviceCode;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.testing.Fx;
import dev.signalbox.ui.accounts.ConnectionDesk.SigningIn;
import dev.signalbox.ui.theme.Theme;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Signing in to an account again, from the page of the accounts.
class SignInAgainTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final DeviceCode CODE = new DeviceCode(
            "WDJB-MJHT", URI.create("https://github.com/login/device"), null, new HiddenText("d-canary"), "app",
            NOW.plusSeconds(900), Duration.ofSeconds(5));

    private final FakeDesk desk = new FakeDesk();
    private final List<Stage> stages = new ArrayList<>();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @AfterEach
    void close() {
        stages.forEach(stage -> Fx.act(stage::close));
    }

    private Scene shown() {
        Stage stage = Fx.show(() -> new StackPane(view()), 700, 420);
        stages.add(stage);
        return stage.getScene();
    }

    private AccountView view() {
        return new AccountView(desk, desk.accounts().getFirst(), "account-0", InstantSource.fixed(NOW), ZoneOffset.UTC);
    }

    private static Button button(Scene scene, String id) {
        return (Button) Objects.requireNonNull(scene.lookup("#" + id), id);
    }

    private static void press(Scene scene, String id) {
        Fx.act(() -> button(scene, id).fire());
    }

    private void tell(SigningIn step) {
        Fx.act(() -> desk.signingIn.getLast().accept(step));
    }

    private static List<String> words(Scene scene) {
        return Fx.run(() -> {
            Node place = Objects.requireNonNull(scene.lookup("#account-0-signing-in"));
            return !place.isVisible()
                    ? List.of()
                    : place.lookupAll(".label").stream()
                            .filter(Label.class::isInstance)
                            .map(node -> ((Labeled) node).getText())
                            .toList();
        });
    }

    @Test
    void whereNothingIsRenewedNobodyIsOfferedIt() {
        Scene scene = shown();
        assertThat(button(scene, "account-0-sign-in").isVisible()).isFalse();
        assertThat(button(scene, "account-0-sign-in").isManaged()).isFalse();
    }

    @Test
    void showsTheCodeAndTheWayToWhereItIsTyped() {
        desk.signsIn = true;
        Scene scene = shown();
        assertThat(button(scene, "account-0-sign-in").isVisible()).isTrue();
        press(scene, "account-0-sign-in");
        assertThat(desk.wanted).containsExactly("sign in to work");
        assertThat(button(scene, "account-0-sign-in").isDisabled()).as("one at a time").isTrue();
        assertThat(words(scene)).containsExactly("Asking the server for a code…");

        tell(new SigningIn.Typing(CODE));

        assertThat(words(scene)).contains("WDJB-MJHT")
                .anyMatch(text -> text.contains("https://github.com/login/device"));
        assertThat(words(scene)).noneMatch(text -> text.contains("canary"));
        assertThat(button(scene, "account-0-open").isFocused()).isTrue();
        press(scene, "account-0-open");
        assertThat(desk.wanted).last().isEqualTo("open https://github.com/login/device");
    }

    @Test
    void tellsThatItIsDone() {
        desk.signsIn = true;
        Scene scene = shown();
        press(scene, "account-0-sign-in");
        tell(new SigningIn.Typing(CODE));
        tell(new SigningIn.Done());

        assertThat(words(scene)).containsExactly("Signed in. It is read with the new token from now on.");
        assertThat(button(scene, "account-0-sign-in").isDisabled()).isFalse();
    }

    @Test
    void tellsWhyItCameToNothingAndCanBeginAnew() {
        desk.signsIn = true;
        Scene scene = shown();
        press(scene, "account-0-sign-in");
        tell(new SigningIn.Failed("Somebody said no."));
        assertThat(words(scene)).contains("Somebody said no.");

        press(scene, "account-0-sign-in");
        assertThat(words(scene)).containsExactly("Asking the server for a code…");
        assertThat(desk.wanted).containsExactly("sign in to work", "sign in to work");
    }

    @Test
    void whatIsGivenUpIsHeardNoMore() {
        desk.signsIn = true;
        Scene scene = shown();
        press(scene, "account-0-sign-in");
        tell(new SigningIn.Typing(CODE));
        press(scene, "account-0-give-up");

        assertThat(desk.wanted).last().isEqualTo("give up work");
        assertThat(words(scene)).isEmpty();
        tell(new SigningIn.Failed("Nobody waited for it any more."));
        assertThat(words(scene)).isEmpty();
        assertThat(button(scene, "account-0-sign-in").isDisabled()).isFalse();
    }

    @Test
    void everyButtonSaysWhatItIsFor() {
        desk.signsIn = true;
        Scene scene = shown();
        press(scene, "account-0-sign-in");
        tell(new SigningIn.Typing(CODE));
        assertThat(button(scene, "account-0-sign-in").getAccessibleText()).isEqualTo("Sign in to work again");
        assertThat(scene.lookup("#account-0-code").getAccessibleText()).isEqualTo("The code is W D J B - M J H T");
        String pictures = System.getProperty("signalbox.pictures", "");
        if (!pictures.isEmpty()) {
            for (Theme theme : Theme.values()) {
                Fx.picture(() -> {
                    AccountView view = view();
                    StackPane pane = new StackPane(view);
                    ((Button) Objects.requireNonNull(view.lookup("#account-0-sign-in"))).fire();
                    desk.signingIn.getLast().accept(new SigningIn.Typing(CODE));
                    return pane;
                }, theme, 700, 420,
                        Path.of(pictures, "sign-in-again-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
            }
        }
    }
}
