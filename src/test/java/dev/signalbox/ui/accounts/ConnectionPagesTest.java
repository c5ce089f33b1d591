package dev.signalbox.ui.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.setup.Ability;
import dev.signalbox.domain.setup.TokenSheet;
import dev.signalbox.domain.setup.Told;
import dev.signalbox.testing.Fx;
import dev.signalbox.ui.accounts.ConnectionDesk.AccountLine;
import dev.signalbox.ui.accounts.ConnectionDesk.Checked;
import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.settings.SettingsScreen;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConnectionPagesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final TokenSheet SHEET = new TokenSheet(
            "ada", "personal access token (classic)", NOW.plusSeconds(86_400 * 40),
            List.of(
                    new Ability(Ability.What.SEE_RUNS, Told.YES, "Actions: read"),
                    new Ability(Ability.What.START_RUNS, Told.NO, "Actions: write"),
                    new Ability(Ability.What.APPROVE, Told.UNKNOWN, "Deployments: write")),
            List.of("Who may approve a deployment is decided by each environment."));

    private final FakeDesk desk = new FakeDesk();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    private SettingsPage accounts() {
        return new ConnectionPages(desk, InstantSource.fixed(NOW), ZoneOffset.UTC).accounts();
    }

    private SettingsPage clusters() {
        return new ConnectionPages(desk, InstantSource.fixed(NOW), ZoneOffset.UTC).clusters();
    }

    private static VBox made(SettingsPage page) {
        return Fx.run(() -> {
            VBox all = new VBox();
            page.settings().stream().map(Setting::control).forEach(control -> all.getChildren().add(control.get()));
            return all;
        });
    }

    private static void press(VBox page, String id) {
        Fx.act(() -> ((Button) Objects.requireNonNull(page.lookup("#" + id), id)).fire());
    }

    private static List<String> texts(Parent root) {
        List<String> found = new ArrayList<>();
        for (Node child : root.getChildrenUnmodifiable()) {
            if (child instanceof Labeled labeled && child.isVisible()) {
                found.add(labeled.getText());
            }
            if (child instanceof Parent parent && child.isVisible()) {
                found.addAll(texts(parent));
            }
        }
        return found;
    }

    @Test
    void eachConnectionIsASettingThatTheSearchFinds() {
        assertThat(accounts().settings()).extracting(Setting::title).containsExactly("work", "One more account");
        assertThat(clusters().settings()).extracting(Setting::title).containsExactly("prod-eu", "One more cluster");
        assertThat(clusters().settings().getFirst().words()).contains("production");
    }

    @Test
    void showsHowAnAccountStandsAndWhatIsWrong() {
        desk.standing.put(FakeDesk.WORK, Connection.fresh(
                FakeDesk.WORK, Connection.Kind.GITHUB, "https://github.com")
                .troubled(new RemoteProblem.Unauthorized("The token was refused."), null));

        assertThat(texts(made(accounts()))).contains("Needs you", "The token was refused.");
    }

    @Test
    void showsWhatTheTokenMayWhenAsked() {
        desk.answer = new Checked.Sheet(SHEET);
        VBox page = made(accounts());
        assertThat(texts(page)).doesNotContain("See runs and logs");

        press(page, "account-0-check");

        assertThat(desk.wanted).containsExactly("check work");
        assertThat(texts(page)).contains(
                "See runs and logs", "Yes", "No", "Given by Actions: write", "Cannot be told",
                "ada, by a personal access token (classic). It ends on 30 December 2026.",
                "Who may approve a deployment is decided by each environment.");
    }

    @Test
    void saysWhyItCannotTellWhatTheTokenMay() {
        VBox page = made(accounts());

        press(page, "account-0-check");

        assertThat(texts(page)).contains("The token was refused.", "Ask again what it may do");
    }

    @Test
    void asksBeforeAnAccountIsRemoved() {
        VBox page = made(accounts());

        press(page, "account-0-remove");
        assertThat(desk.wanted).isEmpty();
        assertThat(texts(page)).anyMatch(text -> text.startsWith("Remove work? Its token is removed from the vault."));
        press(page, "account-0-confirm-go");

        assertThat(desk.wanted).containsExactly("remove work");
    }

    @Test
    void leavesEverythingAsItIsWhenSomebodyThinksBetterOfIt() {
        VBox page = made(accounts());
        press(page, "account-0-remove");
        press(page, "account-0-confirm-leave");

        assertThat(desk.wanted).isEmpty();
        assertThat(texts(page)).noneMatch(text -> text.contains("from the vault."));
    }

    @Test
    void speaksOfTheVaultOnlyWhereATokenLiesThere() {
        desk.accounts = List.of(new AccountLine(
                FakeDesk.WORK, Connection.Kind.GITHUB, "https://github.com", "Its token comes from the variable TOKEN",
                "Its token stays in the variable TO\u202eKEN.", List.of(), List.of()));
        VBox page = made(accounts());

        press(page, "account-0-remove");

        assertThat(texts(page)).anyMatch(text -> text.startsWith(
                "Remove work? Its token stays in the variable TO‹U+202E›KEN. What was read"));
        assertThat(texts(page)).noneMatch(text -> text.contains("vault"));
    }

    @Test
    void whatCouldNotBeDoneIsSaid() {
        desk.failure = "The configuration could not be written: the disk is full.";
        VBox page = made(accounts());
        press(page, "account-0-remove");
        press(page, "account-0-confirm-go");

        assertThat(texts(page)).contains(desk.failure);
    }

    @Test
    void switchesActionsOnOnlyAfterAYes() {
        VBox page = made(clusters());
        ToggleButton acting = (ToggleButton) page.lookup("#cluster-0-mark-production-acting");

        Fx.act(acting::fire);
        assertThat(desk.wanted).isEmpty();
        assertThat(texts(page)).anyMatch(text -> text.contains("Actions in production are then possible"));
        press(page, "cluster-0-confirm-go");

        assertThat(desk.wanted).containsExactly("prod-eu is PRODUCTION_ACTING");
    }

    @Test
    void showsTheMarkThatHoldsWhenNothingWasChanged() {
        VBox page = made(clusters());
        Fx.act(((ToggleButton) page.lookup("#cluster-0-mark-ordinary"))::fire);
        press(page, "cluster-0-confirm-leave");

        assertThat(((ToggleButton) page.lookup("#cluster-0-mark-production-read-only")).isSelected()).isTrue();
        assertThat(desk.wanted).isEmpty();
    }

    @Test
    void aFileOfSomebodyIsShownAndNotChanged() {
        desk.fixed = "The console was started with --config.";
        VBox accounts = made(accounts());
        VBox clusters = made(clusters());

        assertThat(accounts.lookup("#account-0-remove")).isNull();
        assertThat(accounts.lookup("#account-0-check")).isNotNull();
        assertThat(clusters.lookup("#cluster-0-mark")).isNull();
        assertThat(texts(clusters)).contains("Production, looked at only");
        assertThat(accounts().settings().getLast().explanation()).isEqualTo(desk.fixed);
        assertThat(accounts.lookup("#account-add-button")).isNull();
        assertThat(accounts.lookup("#account-add-none").getAccessibleText()).isEqualTo(desk.fixed);
    }

    @Test
    void leadsToWhereOneMoreIsConnected() {
        press(made(accounts()), "account-add-button");
        press(made(clusters()), "cluster-add-button");

        assertThat(desk.wanted).containsExactly("add account", "add cluster");
    }

    @Test
    void saysHowToAddOneWhereNothingLeadsThere() {
        desk.leads = false;
        desk.accounts = List.of();

        assertThat(accounts().settings()).singleElement().satisfies(setting -> assertThat(setting.explanation())
                .isEqualTo("No account is connected. Write it into the file."));
    }

    @Test
    void everyButtonHasWordsForThoseWhoDoNotSee() {
        VBox page = made(accounts());

        assertThat(page.lookupAll(".button")).isNotEmpty()
                .allSatisfy(node -> assertThat(node.getAccessibleText()).isNotBlank());
    }

    /// Written only when asked for, to be looked at.
    @Test
    void picturesOfBothPages() {
        String folder = System.getProperty("signalbox.pictures", "");
        if (folder.isEmpty()) {
            return;
        }
        desk.answer = new Checked.Sheet(SHEET);
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            for (String page : List.of("accounts", "clusters")) {
                for (int width : new int[] {1_000, 1_440}) {
                    Fx.picture(
                            () -> shown(page), theme, width, 700,
                            Path.of(folder, "connections-" + page + "-" + theme + "-" + width + ".png"));
                }
            }
        }
    }

    private Parent shown(String page) {
        List<SettingsPage> pages = page.equals("accounts")
                ? List.of(clusters(), pressed(accounts(), "account-0-check", "account-0-remove"))
                : List.of(accounts(), pressed(clusters(), "cluster-0-remove"));
        SettingsScreen screen = new SettingsScreen(pages, place -> {});
        StackPane root = new StackPane(screen.node());
        screen.open(new Place.AtSetting(page, page.equals("accounts") ? "account-add" : "cluster-add"));
        return root;
    }

    /// The same page, with some of its buttons pressed as soon as they are there.
    private static SettingsPage pressed(SettingsPage page, String... ids) {
        List<Setting> settings = page.settings().stream().map(setting -> new Setting(
                setting.id(), setting.title(), setting.explanation(), setting.words(), setting.isWide(), () -> {
                    Region control = setting.control().get();
                    for (String id : ids) {
                        Optional.ofNullable((Button) control.lookup("#" + id)).ifPresent(Button::fire);
                    }
                    return control;
                })).toList();
        return new SettingsPage(page.id(), page.title(), page.icon(), settings);
    }
}
