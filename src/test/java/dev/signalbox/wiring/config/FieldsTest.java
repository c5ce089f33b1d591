package dev.signalbox.wiring.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.provider.yaml.YamlDoor;
import dev.signalbox.provider.yaml.YamlNode;
import dev.signalbox.provider.yaml.YamlProblem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said of keys that are missing, misspelt or of the wrong kind, and that reading goes on.
class FieldsTest {

    private final Problems problems = new Problems("team.yaml");

    @Test
    void readsTextsListsAndFlags() throws YamlProblem {
        Fields f = fields("name: checkout\nowners: [a, b]\nproduction: true\n");
        assertThat(f.text("name")).contains("checkout");
        assertThat(f.texts("owners")).containsExactly("a", "b");
        assertThat(f.flag("production", false)).isTrue();
        assertThat(told()).isEmpty();
    }

    @Test
    void aKeyThatIsNotThereIsNoComplaintUnlessItIsRequired() throws YamlProblem {
        Fields f = fields("name: checkout\n");
        assertThat(f.text("owners")).isEmpty();
        assertThat(f.texts("owners")).isEmpty();
        assertThat(f.items("owners")).isEmpty();
        assertThat(f.node("owners")).isEmpty();
        assertThat(f.flag("production", true)).isTrue();
        assertThat(told()).isEmpty();
        assertThat(f.required("production", "true")).isEmpty();
        assertThat(told()).containsExactly(
                "team.yaml, line 1: a team has no \"production\"; write \"production: true\"");
    }

    @Test
    void aRequiredKeyOfTheWrongKindIsToldOnce() throws YamlProblem {
        assertThat(fields("name: [a]\n").required("name", "checkout")).isEmpty();
        assertThat(told()).singleElement().asString().contains("\"name\" in a team is").contains("write one text");
    }

    @Test
    void oneTextCountsAsAListOfOne() throws YamlProblem {
        assertThat(fields("owners: acme\n").texts("owners")).containsExactly("acme");
        assertThat(told()).isEmpty();
    }

    @Test
    void whatIsWrongInAListDoesNotTakeTheRestAlong() throws YamlProblem {
        assertThat(fields("owners: [a, {b: c}, d, [e]]\n").texts("owners")).containsExactly("a", "d");
        assertThat(told()).hasSize(2).allSatisfy(p -> assertThat(p).contains("an item of \"owners\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name:", "name: ''", "name: '  '", "name: null", "name: {a: b}", "name: [a]"})
    void whatIsNoTextIsNone(String yaml) throws YamlProblem {
        assertThat(fields(yaml + "\n").text("name")).isEmpty();
        assertThat(told()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"true,true,false", "false,false,true"})
    void aFlagIsTrueOrFalse(String written, boolean read, boolean preset) throws YamlProblem {
        assertThat(fields("production: " + written + "\n").flag("production", preset)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "no", "on", "1", "True", "maybe"})
    void anyOtherFlagKeepsItsPresetAndIsTold(String written) throws YamlProblem {
        assertThat(fields("production: \"" + written + "\"\n").flag("production", true)).isTrue();
        assertThat(told()).singleElement().asString()
                .isEqualTo("team.yaml, line 1: \"production\" is \"" + written + "\"; write true or false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "on", "1", "True", "no", "''", "[true]"})
    void whatProtectsDoesSoUntilItIsDeniedPlainly(String written) throws YamlProblem {
        assertThat(fields("production: " + written + "\n").protects("production", false)).isTrue();
        assertThat(told()).singleElement().asString().contains("\"production\"").contains("; write ");
        assertThat(fields("production: false\n").protects("production", true)).isFalse();
        assertThat(fields("name: a\n").protects("production", false)).isFalse();
        assertThat(fields("name: a\n").protects("production", true)).isTrue();
    }

    @Test
    void aListThatIsNoneSaysHowToWriteOne() throws YamlProblem {
        assertThat(fields("owners: acme\n").items("owners")).isEmpty();
        assertThat(told()).singleElement().asString().contains("write a list, each item beginning with \"- \"");
    }

    @ParameterizedTest
    @CsvSource({
        "nmae,name", "naem,name", "nam,name", "names,name", "owner,owners", "ownres,owners", "prodction,production"
    })
    void guessesWhatWasMeant(String written, String meant) throws YamlProblem {
        fields(written + ": x\n");
        assertThat(told()).singleElement().asString()
                .isEqualTo("team.yaml, line 1: \"" + written + "\" is not known in a team; did you mean \"" + meant
                        + "\"?");
    }

    @Test
    void listsWhatThereIsWhereNothingIsNear() throws YamlProblem {
        fields("replicas: 3\n");
        assertThat(told()).singleElement().asString().endsWith("known are name, owners, production");
    }

    @Test
    void everyComplaintNamesItsOwnLine() throws YamlProblem {
        fields("name: a\n\nreplicas: 3\nmemory: 4\n");
        assertThat(told()).satisfiesExactly(
                first -> assertThat(first).startsWith("team.yaml, line 3: "),
                second -> assertThat(second).startsWith("team.yaml, line 4: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a\n- b\n", "just text\n", "42\n"})
    void somethingElseThanKeysIsTold(String yaml) throws YamlProblem {
        assertThat(read(yaml)).isEmpty();
        assertThat(told()).singleElement().asString().contains("a team is")
                .contains("write it as \"key: value\" lines");
    }

    @Test
    void aComplaintWithoutALineNamesTheFileAlone() {
        problems.add(0, "the file is empty");
        assertThat(told()).containsExactly("team.yaml: the file is empty");
    }

    private Fields fields(String yaml) throws YamlProblem {
        return read(yaml).orElseThrow();
    }

    private Optional<Fields> read(String yaml) throws YamlProblem {
        YamlNode root = YamlDoor.read(yaml, "team.yaml").orElseThrow();
        return Fields.of(root, "a team", problems, "name", "owners", "production");
    }

    private List<String> told() {
        return problems.sentences();
    }
}
