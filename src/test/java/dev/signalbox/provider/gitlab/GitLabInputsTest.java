package dev.signalbox.provider.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.ci.WorkflowInput;
import dev.signalbox.provider.yaml.YamlProblem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitLabInputsTest {

    private static final String WHOLE = """
            # how a release is made
            spec:
              inputs:
                version:
                  description: 'Which one'
                environment:
                  options: ['staging', 'production']
                  default: staging
                dry-run:
                  type: boolean
                  default: false
                replicas:
                  type: number
                  default: 3
                regions:
                  type: array
                  default: ["eu", "us"]
                plain:
            ---
            variables:
              DEPLOY_NOTE:
                value: "none"
                description: "Why?"
              LEVEL:
                description: "How loud"
                value: info
                options: ["info", "warn"]
              INTERNAL: "x"
              HIDDEN:
                value: "y"
            build:
              script: make
            """;

    @Test
    void asksForInputsInTheirOrder() throws YamlProblem {
        assertThat(GitLabInputs.of(WHOLE).start().inputs()).extracting(WorkflowInput::name).containsExactly(
                "version", "environment", "dry-run", "replicas", "regions", "plain", "DEPLOY_NOTE", "LEVEL");
    }

    @Test
    void tellsTypesPresetsAndOptions() throws YamlProblem {
        List<WorkflowInput> inputs = GitLabInputs.of(WHOLE).start().inputs();
        assertThat(inputs).contains(
                new WorkflowInput("version", "Which one", WorkflowInput.Type.STRING, true, null, List.of()),
                new WorkflowInput(
                        "environment",
                        "",
                        WorkflowInput.Type.CHOICE,
                        false,
                        "staging",
                        List.of("staging", "production")),
                new WorkflowInput("dry-run", "", WorkflowInput.Type.BOOLEAN, false, "false", List.of()),
                new WorkflowInput("replicas", "", WorkflowInput.Type.NUMBER, false, "3", List.of()),
                new WorkflowInput("regions", "", WorkflowInput.Type.STRING, false, "[\"eu\",\"us\"]", List.of()),
                new WorkflowInput("plain", "", WorkflowInput.Type.STRING, true, null, List.of()));
    }

    @Test
    void offersVariablesThatHaveADescriptionAsGitLabDoes() throws YamlProblem {
        assertThat(GitLabInputs.of(WHOLE).start().inputs()).contains(
                new WorkflowInput("DEPLOY_NOTE", "Why?", WorkflowInput.Type.STRING, false, "none", List.of()),
                new WorkflowInput(
                        "LEVEL", "How loud", WorkflowInput.Type.CHOICE, false, "info", List.of("info", "warn")));
    }

    @Test
    void remembersWhichAreInputsAndOfWhichType() throws YamlProblem {
        assertThat(GitLabInputs.of(WHOLE).types()).isEqualTo(Map.of(
                "version", "string",
                "environment", "string",
                "dry-run", "boolean",
                "replicas", "number",
                "regions", "array",
                "plain", "string"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "build:\n  script: make\n", "spec:\n  inputs:\n", "spec: []\n", "[]", "7",
        "---\nbuild:\n  script: make\n", "variables: [a]\n", "spec:\n  inputs: text\n---\nx: 1\n"})
    void asksForNothingWhereNothingIsDeclared(String file) throws YamlProblem {
        assertThat(GitLabInputs.of(file).start().inputs()).isEmpty();
        assertThat(GitLabInputs.of(file).types()).isEmpty();
    }

    @Test
    void aFileWithTagsOfGitLabsOwnCanBeStarted() throws YamlProblem {
        String file = "build:\n  script: !reference [.setup, script]\n";
        assertThat(GitLabInputs.of(file).start().inputs()).isEmpty();
        assertThat(GitLabInputs.of("spec:\n  inputs:\n    a:\n---\n" + file).start().inputs()).hasSize(1);
    }

    @Test
    void theHeaderMayBeginWithDashes() throws YamlProblem {
        assertThat(GitLabInputs.of("---\nspec:\n  inputs:\n    a:\n---\nb: 1\n").start().inputs()).hasSize(1);
    }

    @Test
    void aHeaderThatIsBrokenIsSaid() {
        assertThatThrownBy(() -> GitLabInputs.of("spec:\n  inputs: [\n---\nb: 1\n")).isInstanceOf(YamlProblem.class);
        assertThatThrownBy(() -> GitLabInputs.of("spec:\n  inputs:\n    a: !!java.net.URL [x]\n---\nb: 1\n"))
                .isInstanceOf(YamlProblem.class);
    }

    @Test
    void aDescriptionIsSafeToShow() throws YamlProblem {
        String file = "spec:\n  inputs:\n    a:\n      description: \"x\\u202ey\"\n---\nb: 1\n";
        assertThat(GitLabInputs.of(file).start().inputs().getFirst().description()).isEqualTo("x‹U+202E›y");
    }
}
