package dev.signalbox.domain.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection.Kind;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.setup.Ability.What;
import dev.signalbox.testing.Examples;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is carried from step to step: it stays as it was, and prints no secret.
class ChosenTest {

    private static final ContextChoice CONTEXT =
            new ContextChoice("admin@prod", "https://prod", "kim", "", List.of(), true, null, "");
    private static final Chosen.Account ACCOUNT = new Chosen.Account(
            new ConnectionId("work"), new Host(Kind.GITHUB, "https://github.com"), new HiddenText("ghp_canary"),
            List.of(Examples.CHECKOUT));

    @Test
    void whatWasChosenDoesNotChangeAfterwards() {
        List<Chosen.Account> accounts = new ArrayList<>(List.of(ACCOUNT));
        List<String> namespaces = new ArrayList<>(List.of("shop"));
        List<String> allowed = new ArrayList<>();
        Chosen.Cluster cluster = new Chosen.Cluster(
                new ConnectionId("prod"), CONTEXT, namespaces, allowed, ClusterMark.PRODUCTION_READ_ONLY);
        Chosen chosen = new Chosen(accounts, List.of(cluster));
        accounts.clear();
        namespaces.add("kube-system");
        allowed.add("f1");

        assertThat(chosen.accounts()).containsExactly(ACCOUNT);
        assertThat(chosen.clusters().getFirst().namespaces()).containsExactly("shop");
        assertThat(chosen.clusters().getFirst().allowed()).as("no program came to be allowed").isEmpty();
    }

    @Test
    void aChoiceIsPrintedWithoutItsTokens() {
        assertThat(new Chosen(List.of(ACCOUNT), List.of()).toString()).contains("github.com").doesNotContain("canary");
    }

    @Test
    void otherRepositoriesAreOfTheSameAccount() {
        Chosen.Account other = ACCOUNT.with(List.of(Examples.repository("search")));

        assertThat(other.repositories()).containsExactly(Examples.repository("search"));
        assertThat(other.with(ACCOUNT.repositories())).isEqualTo(ACCOUNT);
    }

    @Test
    void anotherTokenIsAnotherAccount() {
        Chosen.Account other = new Chosen.Account(
                ACCOUNT.id(), ACCOUNT.host(), new HiddenText("ghp_other"), ACCOUNT.repositories());

        assertThat(other).isNotEqualTo(ACCOUNT);
    }

    @Test
    void aContextIsUsableUnlessSomethingIsWrongWithIt() {
        assertThat(CONTEXT.isUsable()).isTrue();
        assertThat(new ContextChoice("x", "", "", "", List.of(Path.of("config")), false, null, "It names no cluster.")
                .isUsable()).isFalse();
    }

    @Test
    void onlyWhatIsCertainlyMissingIsMissing() {
        TokenSheet sheet = new TokenSheet("kim", "token", null, Arrays.stream(What.values())
                .map(what -> new Ability(what, Told.values()[what.ordinal() % Told.values().length], "repo")).toList(),
                List.of());

        assertThat(sheet.missing()).isNotEmpty().allMatch(ability -> ability.state() == Told.NO);
        assertThat(sheet.missing().size()).isLessThan(sheet.abilities().size() / 2);
    }

    @Test
    void everyAbilityIsCalledOtherwiseAndLookingComesFirst() {
        assertThat(What.values()).extracting(What::words).doesNotHaveDuplicates().allMatch(words -> !words.isBlank());
        boolean acted = false;
        for (What what : What.values()) {
            acted |= !what.looks();
            assertThat(what.looks()).as(what.words()).isEqualTo(!acted);
        }
        assertThat(What.APPROVE.looks()).isFalse();
        assertThat(What.SEE_RUNS.looks()).isTrue();
    }

    @Test
    void aSlowerCodeIsTheSameCode() {
        DeviceCode code = new DeviceCode(
                "WDJB-MJHT", URI.create("https://github.com/login/device"), null, new HiddenText("secret"), "Iv1.x",
                Instant.EPOCH, Duration.ofSeconds(5));

        assertThat(code.every(Duration.ofSeconds(10)).interval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(code.every(Duration.ofSeconds(10)).every(Duration.ofSeconds(5))).isEqualTo(code);
    }

    @Test
    void whatIsNotKnownOfARepositoryMayBeToldLater() {
        RepositoryChoice choice = new RepositoryChoice(Examples.CHECKOUT, Told.UNKNOWN, true, Examples.NOON);

        assertThat(choice.with(Told.of(true))).isEqualTo(
                new RepositoryChoice(Examples.CHECKOUT, Told.YES, true, Examples.NOON));
        assertThat(choice.with(Told.of(false)).hasDeployments()).isEqualTo(Told.NO);
        assertThat(choice.group() + "/" + choice.name()).isEqualTo("acme/checkout");
        assertThat(choice.connection()).isEqualTo(Examples.GITHUB);
    }
}
