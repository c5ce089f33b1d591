package dev.signalbox.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.Chosen.Account.Keeping;
import dev.signalbox.domain.setup.DeviceCode;
import dev.signalbox.domain.setup.Grant;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.setup.TokenProgram;
import dev.signalbox.domain.setup.TokenSheet;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountViewModelTest {

    private final FakeDesk desk = new FakeDesk();
    private final List<TokenSheet> sheets = new ArrayList<>();
    private final List<Chosen.Account> accounts = new ArrayList<>();
    private final List<ConnectionId> taken = new ArrayList<>();
    private final Asking asking = new Asking(Runnable::run, Runnable::run);
    private final AccountViewModel model =
            new AccountViewModel(desk, asking, () -> taken, (account, sheet) -> {
                accounts.add(account);
                sheets.add(sheet);
            });

    @Test
    void aPastedTokenIsCheckedAndLeavesTheField() {
        model.tokenProperty().set("  " + FakeDesk.GOOD + "\n");
        model.forward();

        assertThat(accounts).singleElement().satisfies(account -> {
            assertThat(account.token().reveal()).isEqualTo(FakeDesk.GOOD);
            assertThat(account.id()).isEqualTo(FakeDesk.GITHUB);
            assertThat(account.host().url()).isEqualTo("https://github.com");
            assertThat(account.toString()).doesNotContain(FakeDesk.GOOD);
        });
        assertThat(model.tokenProperty().get()).isEmpty();
        assertThat(asking.problem().get()).isEmpty();
    }

    @Test
    void aTokenIsKeptInTheVaultUnlessItIsToBeAskedForAtEachStart() {
        model.tokenProperty().set(FakeDesk.GOOD);
        model.forward();
        model.eachStartProperty().set(true);
        model.tokenProperty().set(FakeDesk.GOOD);
        model.forward();
        assertThat(accounts).extracting(Chosen.Account::keeping)
                .containsExactly(new Keeping.InVault(), new Keeping.Nowhere());
        model.clear();
        assertThat(model.eachStartProperty().get()).as("each account is asked about anew").isFalse();
        model.show(accounts.getLast());
        assertThat(model.eachStartProperty().get()).as("whoever goes back").isTrue();
    }

    @Test
    void aWrongTokenIsSaidAndGoesNowhere() {
        model.tokenProperty().set("ghp_wrong");
        model.forward();

        assertThat(accounts).isEmpty();
        assertThat(asking.problem().get()).isEqualTo("The server does not accept this token.");
        assertThat(model.tokenProperty().get()).as("what is wrong is not kept either").isEmpty();
    }

    @Test
    void withoutATokenNothingIsAsked() {
        model.forward();
        assertThat(asking.problem().get()).isEqualTo("Paste a token first.");
        assertThat(desk.asked).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsSaidInWordsBeforeAnythingIsSent() {
        desk.objection = "Write an address such as github.example.com.";
        model.hostProperty().set("not a host");
        model.tokenProperty().set(FakeDesk.GOOD);
        model.forward();

        assertThat(asking.problem().get()).isEqualTo(desk.objection);
        assertThat(desk.asked).isEmpty();
        assertThat(model.tokenProperty().get()).as("the token is still there").isNotEmpty();
    }

    @Test
    void theHostFollowsTheProviderUnlessItWasTyped() {
        model.kindProperty().set(Connection.Kind.GITLAB);
        assertThat(model.hostProperty().get()).isEqualTo("gitlab.com");
        model.hostProperty().set("git.example.com");
        model.kindProperty().set(Connection.Kind.GITHUB);
        assertThat(model.hostProperty().get()).isEqualTo("git.example.com");
    }

    @Test
    void anEmptyHostMeansTheUsualOne() {
        model.hostProperty().set(" ");
        model.tokenProperty().set(FakeDesk.GOOD);
        model.forward();
        assertThat(desk.asked).containsExactly("check GitHub at https://github.com");
    }

    @Test
    void aSecondAccountGetsANameOfItsOwn() {
        taken.add(FakeDesk.GITHUB);
        model.tokenProperty().set(FakeDesk.GOOD);
        model.forward();
        assertThat(accounts.getFirst().id()).isEqualTo(new ConnectionId("GitHub 2"));
    }

    @Test
    void aSignInThatEndsSaysSoBesideWhatTheTokenMay() {
        desk.signInEnds = Instant.parse("2026-05-01T12:00:00Z");
        model.byProperty().set(AccountViewModel.By.BROWSER);
        model.clientIdProperty().set("Iv1.x");
        model.forward();

        assertThat(sheets).singleElement().satisfies(sheet -> assertThat(AbilityRows.notes(sheet)).last().asString()
                .contains("given for a while only").contains("sign in again when it has ended"));
    }

    @Test
    void aSignInThatIsRenewedIsKeptWithWhatRenewsIt() {
        Grant grant = new Grant(
                new HiddenText(FakeDesk.GOOD), Instant.parse("2026-05-01T12:00:00Z"), new HiddenText("ghr_x"), null,
                "Iv1.x", URI.create("https://github.com/login/oauth/access_token"));
        desk.grant = grant;
        model.byProperty().set(AccountViewModel.By.BROWSER);
        model.clientIdProperty().set("Iv1.x");
        model.forward();

        assertThat(accounts).singleElement().satisfies(account -> {
            assertThat(account.grant()).isEqualTo(grant);
            assertThat(account.token()).isEqualTo(grant.token());
            assertThat(account.with(List.of()).ofEverything().grant()).isEqualTo(grant);
        });
        assertThat(sheets).singleElement().satisfies(sheet -> assertThat(AbilityRows.notes(sheet)).last().asString()
                .contains("renews it by itself"));
    }

    @Test
    void theBrowserIsGivenACodeThatIsShownUntilItWasTyped() {
        List<DeviceCode> shown = new ArrayList<>();
        model.code().addListener((property, before, now) -> {
            if (now != null) {
                shown.add(now);
                model.openPage();
            }
        });
        model.byProperty().set(AccountViewModel.By.BROWSER);
        model.clientIdProperty().set(" Iv1.x ");
        model.forward();

        assertThat(shown).containsExactly(FakeDesk.CODE);
        assertThat(desk.asked).containsExactly(
                "sign in at https://github.com as Iv1.x", "open https://github.com/login/device",
                "check GitHub at https://github.com");
        assertThat(model.code().get()).isNull();
        assertThat(accounts).hasSize(1);
    }

    @Test
    void aTokenGoesToTheServerItIsForWhateverIsTypedMeanwhile() {
        for (AccountViewModel.By way : List.of(AccountViewModel.By.BROWSER, AccountViewModel.By.PROGRAM)) {
            List<Runnable> waiting = new ArrayList<>();
            AccountViewModel slow = new AccountViewModel(
                    desk, new Asking(waiting::add, Runnable::run), () -> taken,
                    (account, sheet) -> accounts.add(account));
            slow.byProperty().set(way);
            slow.clientIdProperty().set("Iv1.x");
            slow.forward();
            slow.hostProperty().set("git.example.com");
            slow.kindProperty().set(Connection.Kind.GITLAB);

            while (!waiting.isEmpty()) {
                waiting.removeFirst().run();
            }
        }

        assertThat(accounts).hasSize(2).allSatisfy(account -> {
            assertThat(account.host().url()).isEqualTo("https://github.com");
            assertThat(account.host().kind()).isEqualTo(Connection.Kind.GITHUB);
        });
        assertThat(desk.asked).doesNotContain("check GitLab at https://git.example.com");
    }

    @Test
    void aCodeThatNobodyTypedIsGoneAndToldSo() {
        desk.codeIsTyped = false;
        model.byProperty().set(AccountViewModel.By.BROWSER);
        model.clientIdProperty().set("Iv1.x");
        model.forward();

        assertThat(model.code().get()).isNull();
        assertThat(asking.problem().get()).contains("not typed in time");
        assertThat(accounts).isEmpty();
    }

    @Test
    void aCodeThatSomebodyGaveUpIsGone() {
        List<Runnable> screen = new ArrayList<>();
        Asking patient = new Asking(Runnable::run, screen::add);
        AccountViewModel slow = new AccountViewModel(
                desk, patient, () -> taken, (account, sheet) -> accounts.add(account));
        slow.byProperty().set(AccountViewModel.By.BROWSER);
        slow.clientIdProperty().set("Iv1.x");
        slow.forward();
        screen.removeFirst().run();
        assertThat(slow.code().get()).as("while it is waited for").isEqualTo(FakeDesk.CODE);
        assertThat(patient.doing().get()).isEqualTo("Waiting until the code was typed in the browser…");

        patient.cancel();

        assertThat(slow.code().get()).isNull();
        screen.forEach(Runnable::run);
        assertThat(accounts).as("nobody waits for the answer any more").isEmpty();
    }

    @Test
    void signingInByBrowserNeedsAClientId() {
        model.byProperty().set(AccountViewModel.By.BROWSER);
        model.forward();
        assertThat(asking.problem().get()).contains("client ID");
        assertThat(desk.asked).isEmpty();
    }

    @Test
    void aProgramIsRunOnlyWhenSomebodyGoesOn() {
        model.byProperty().set(AccountViewModel.By.PROGRAM);
        assertThat(Objects.requireNonNull(model.programs().program().get()).orElseThrow().line())
                .containsExactly("gh", "auth", "token", "--hostname", "github.com");
        assertThat(desk.asked).isEmpty();

        model.forward();

        assertThat(desk.asked).containsExactly(
                "run gh auth token --hostname github.com", "check GitHub at https://github.com");
        assertThat(accounts).hasSize(1);
    }

    @Test
    void aProgramMayBeRunAtEachStartInsteadOfKeepingWhatItPrints() {
        model.byProperty().set(AccountViewModel.By.PROGRAM);
        model.eachStartProperty().set(true);
        model.forward();

        assertThat(accounts).extracting(Chosen.Account::keeping).containsExactly(
                new Keeping.WithProgram(List.of("gh", "auth", "token", "--hostname", "github.com")));
    }

    @Test
    void aCommandOfOnesOwnIsRunAsItIsTyped() {
        model.byProperty().set(AccountViewModel.By.PROGRAM);
        model.programs().commandProperty().set("pass 'show");
        model.forward();
        assertThat(asking.problem().get()).contains("not closed");
        assertThat(desk.asked).isEmpty();
        model.programs().commandProperty().set("pass show 'work ci'");
        model.eachStartProperty().set(true);
        model.forward();
        assertThat(desk.asked).first().isEqualTo("run pass show work ci");
        assertThat(accounts).extracting(Chosen.Account::keeping)
                .containsExactly(new Keeping.WithProgram(List.of("pass", "show", "work ci")));
        model.clear();
        assertThat(model.programs().commandProperty().get()).isEmpty();
    }

    @Test
    void aProgramThatIsNotInstalledIsNotOffered() {
        desk.program = Optional.of(new TokenProgram("gh", List.of("gh"), false));
        model.hostProperty().set("other.example.com");
        model.byProperty().set(AccountViewModel.By.PROGRAM);
        model.forward();
        assertThat(asking.problem().get()).contains("No such program");
        assertThat(desk.asked).isEmpty();
    }

    @Test
    void aFreshFormHoldsNothingOfTheOneBefore() {
        model.tokenProperty().set("half");
        model.clientIdProperty().set("Iv1.x");
        model.byProperty().set(AccountViewModel.By.BROWSER);
        model.hostProperty().set("git.example.com");

        model.clear();

        assertThat(model.tokenProperty().get()).isEmpty();
        assertThat(model.clientIdProperty().get()).isEmpty();
        assertThat(model.hostProperty().get()).isEqualTo("github.com");
        assertThat(model.byProperty().get()).isEqualTo(AccountViewModel.By.PASTE);
    }
}
