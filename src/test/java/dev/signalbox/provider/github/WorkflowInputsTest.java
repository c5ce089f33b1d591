package dev.signalbox.provider.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.WorkflowInput;
import dev.signalbox.provider.yaml.YamlProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowInputsTest {

    @Test
    void readsEveryKindOfInput() throws YamlProblem {
        assertThat(WorkflowInputs.of("""
                name: Deploy
                on:
                  push:
                  workflow_dispatch:
                    inputs:
                      version:
                        description: Which version
                        required: true
                      level:
                        type: choice
                        options: [info, 'warn', 3]
                        default: info
                      dry:
                        type: boolean
                        default: false
                      count:
                        type: number
                        default: 3
                      where:
                        type: environment
                      odd:
                        type: telepathy
                      bare:
                """).inputs()).containsExactly(
                input("version", "Which version", WorkflowInput.Type.STRING, true, null),
                new WorkflowInput(
                        "level", "", WorkflowInput.Type.CHOICE, false, "info", List.of("info", "warn", "3")),
                input("dry", "", WorkflowInput.Type.BOOLEAN, false, "false"),
                input("count", "", WorkflowInput.Type.NUMBER, false, "3"),
                input("where", "", WorkflowInput.Type.ENVIRONMENT, false, null),
                input("odd", "", WorkflowInput.Type.STRING, false, null),
                input("bare", "", WorkflowInput.Type.STRING, false, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "on: push", "on: workflow_dispatch", "on: [push, workflow_dispatch]", "on:\n  workflow_dispatch:",
        "name: x", "",
        "on:\n  workflow_dispatch:\n    inputs: none", "on:\n  workflow_dispatch:\n    inputs: [a, b]",
        "- a list", "text",
        "true:\n  workflow_dispatch:\n    inputs:\n      x:"
    })
    void findsNoInputsWhereThereAreNone(String file) throws YamlProblem {
        assertThat(WorkflowInputs.of(file).inputs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "on: workflow_dispatch", "on: [push, workflow_dispatch]", "on:\n  - workflow_dispatch",
        "on:\n  workflow_dispatch:", "on:\n  workflow_dispatch: {}", "on:\n  push:\n  workflow_dispatch:\n    inputs:"
    })
    void canBeStartedByHandHoweverThatIsWritten(String file) throws YamlProblem {
        assertThat(WorkflowInputs.of(file)).isEqualTo(new ManualStart.Offered(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "on: push", "on: [push, schedule]", "on:\n  push:\n  workflow_call:", "name: workflow_dispatch", "", "text",
        "on: [[workflow_dispatch]]", "on:\n  push:\n    workflow_dispatch:", "- on: workflow_dispatch"
    })
    void cannotBeStartedByHandWhereTheFileDoesNotSaySo(String file) throws YamlProblem {
        assertThat(WorkflowInputs.of(file)).isEqualTo(new ManualStart.NotOffered());
    }

    @Test
    void takesQuotedAndBareOnForTheSame() throws YamlProblem {
        for (String on : new String[] {"on", "\"on\"", "'on'"}) {
            assertThat(WorkflowInputs.of(on + ": {workflow_dispatch: {inputs: {x: {type: string}}}}").inputs())
                    .hasSize(1);
        }
    }

    @Test
    void keepsNamesAndValuesExactButWritesOutDeceptionInDescriptions() throws YamlProblem {
        WorkflowInput input = WorkflowInputs.of("""
                on: {workflow_dispatch: {inputs: {"a\\u202eb":
                  {description: "x\\u202ey", default: "p\\u202eq"}}}}""").inputs()
                .getFirst();
        assertThat(input.name()).isEqualTo("a\u202eb");
        assertThat(input.preset()).isEqualTo("p\u202eq");
        assertThat(input.description()).doesNotContain("\u202e");
    }

    @Test
    void refusesWhatIsNotPlainYaml() {
        assertThatThrownBy(() -> WorkflowInputs.of("on: [")).isInstanceOf(YamlProblem.class);
        assertThatThrownBy(() -> WorkflowInputs.of("on: !!java.net.URL [\"http://x\"]"))
                .isInstanceOf(YamlProblem.class);
    }

    private static WorkflowInput input(
            String name,
            String description,
            WorkflowInput.Type type,
            boolean required,
            @Nullable String preset) {
        return new WorkflowInput(name, description, type, required, preset, List.of());
    }
}
