package dev.signalbox.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.text.Redaction;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannedRequestTest {

    private static final String SECRET = "{\"env\":[{\"name\":\"TOKEN\",\"value\":\"ghp_canarycanary\"}]}";

    private static PlannedRequest request(String body) {
        return new PlannedRequest(
                new ConnectionId("prod"), "PATCH", URI.create("https://cluster.example/apis/x"), "application/json",
                body,
                "kubectl patch x \\\n  -p '" + body + "'\ncurl -H \"Authorization: Bearer $TOKEN\"");
    }

    @Test
    void isTheVerySameWhereThereIsNoSecret() {
        PlannedRequest plain = request("{\"replicas\":3}");
        assertThat(plain.withoutSecrets()).isSameAs(plain);
        assertThat(plain.command()).contains("Bearer $TOKEN");
    }

    @Test
    void aSecretInATemplateIsTakenOut() {
        PlannedRequest safe = request(SECRET).withoutSecrets();
        assertThat(safe.body()).isEqualTo("{\"env\":[{\"name\":\"TOKEN\",\"value\":\"ghp_•••\"}]}");
        assertThat(safe.method()).isEqualTo("PATCH");
        assertThat(safe.uri()).hasToString("https://cluster.example/apis/x");
    }

    @Test
    void aCommandWithoutItsSecretCannotBeRunByMistake() {
        String command = request(SECRET).withoutSecrets().command();
        assertThat(command).doesNotContain("canary").contains("Secrets are left out");
        assertThat(command.lines()).allMatch(line -> line.startsWith("#"));
    }

    @Test
    void printsNoSecret() {
        assertThat(request(SECRET)).asString().contains("PATCH").doesNotContain("canary");
    }

    @Test
    void whatIsSentStaysWhole() {
        assertThat(request(SECRET).body()).contains("ghp_canarycanary");
    }

    @Test
    void aTokenOfTheConsoleIsTakenOutThoughItLooksLikeNone() {
        Redaction known = new Redaction(List.of("an-odd-token-of-ours"));
        PlannedRequest safe = request("{\"value\":\"an-odd-token-of-ours\"}").withoutSecrets(known);
        assertThat(safe.body()).isEqualTo("{\"value\":\"•••\"}");
        assertThat(safe.command()).startsWith("# Secrets are left out").doesNotContain("odd-token");
    }

    @Test
    void aTokenOfTheConsoleInTheAddressOrTheCommandAloneIsTakenOut() {
        Redaction known = new Redaction(List.of("an-odd-token-of-ours"));
        PlannedRequest push = new PlannedRequest(
                new ConnectionId("team"), "PUSH", URI.create("ssh://git@host/an-odd-token-of-ours.git"), "", "{}",
                "git push 'ssh://git@host/an-odd-token-of-ours.git' x");
        PlannedRequest safe = push.withoutSecrets(known);
        assertThat(safe.uri()).hasToString("ssh://git@host/•••.git");
        assertThat(safe.command()).startsWith("# Secrets are left out").doesNotContain("odd-token");
        assertThat(push.withoutSecrets()).as("a user's name is no secret").isSameAs(push);
    }

    @Test
    void printsNoBodyAtAll() {
        assertThat(request("{\"value\":\"an-odd-token-of-ours\"}")).asString()
                .doesNotContain("odd-token").contains("32 characters");
    }
}
