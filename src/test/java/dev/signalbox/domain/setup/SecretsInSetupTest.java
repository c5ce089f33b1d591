package dev.signalbox.domain.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretsInSetupTest {

    private static final String CANARY = "ghp_canary0123456789";
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void aHiddenTextPrintsNothingOfItself() {
        assertThat(new HiddenText(CANARY)).doesNotHaveToString(CANARY);
        assertThat(new HiddenText(CANARY).toString()).doesNotContain("canary");
        assertThat(new HiddenText(CANARY).reveal()).isEqualTo(CANARY);
    }

    @Test
    void hiddenTextsAreEqualByWhatTheyHide() {
        assertThat(new HiddenText(CANARY)).isEqualTo(new HiddenText(CANARY)).hasSameHashCodeAs(new HiddenText(CANARY));
        assertThat(new HiddenText(CANARY)).isNotEqualTo(new HiddenText("other")).isNotEqualTo(CANARY);
        assertThat(new HiddenText(" \t")).matches(HiddenText::isBlank);
        assertThat(new HiddenText(CANARY)).matches(hidden -> !hidden.isBlank());
    }

    @Test
    void noRecordOfASignInPrintsItsSecret() {
        DeviceCode code = new DeviceCode(
                "WDJB-MJHT", URI.create("https://github.com/login/device"), null, new HiddenText(CANARY), "client",
                NOW, Duration.ofSeconds(5));
        SignInAnswer answer = new SignInAnswer.Granted(new HiddenText(CANARY), NOW);

        assertThat(code.toString()).doesNotContain("canary").contains("WDJB-MJHT");
        assertThat(answer.toString()).doesNotContain("canary");
    }

    @Test
    void whatACredentialProgramSetsIsNamedWithoutItsValue() {
        List<String> line = new ArrayList<>(List.of("aws", "eks", "get-token"));
        ExecCommand command = new ExecCommand(line, List.of("AWS_PROFILE"), "abc", Path.of("/home/ada/.kube/config"));
        line.add("--later");

        assertThat(command.line()).containsExactly("aws", "eks", "get-token");
        assertThat(command.toString()).contains("AWS_PROFILE").doesNotContain("--later");
    }
}
