package dev.signalbox.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.domain.team.TeamProposal;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.SampleTeam;
import dev.signalbox.ui.editor.BoardTexts.Opened;
import dev.signalbox.ui.editor.BoardTexts.Way;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditorViewModelTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String NEW = FakeTexts.OLD + "# more\n";

    private final FakeTexts file = new FakeTexts();
    private final List<Intent> proposed = new ArrayList<>();
    private final List<URI> pages = new ArrayList<>();
    private final Deque<Runnable> beside = new ArrayDeque<>();
    private final EditorViewModel model = new EditorViewModel(proposed::add, pages::add, beside::add, Runnable::run);

    @Test
    void readsAndChecksBesideTheScreensThread() {
        model.open(file);
        assertThat(model.openProperty().get()).isTrue();
        assertThat(model.cardProperty().get().pill()).isEqualTo("reading");
        assertThat(file.opens).isZero();
        work();
        assertThat(model.textProperty().get()).isEqualTo(FakeTexts.OLD);
        assertThat(model.cardProperty().get().pill()).isEqualTo("unchanged");
        assertThat(model.cardProperty().get().heading()).isEqualTo("Edit the team file");
    }

    @Test
    void proposesWhatIsThereOnTheCommitThatWasRead() {
        typed(NEW, "  Say more ");
        model.descriptionProperty().set(" why\n");
        model.show(ConsoleState.EMPTY, NOON);
        model.press();
        assertThat(proposed).containsExactly(new Intent.ProposeTeamFile(
                SampleTeam.PLACE, new TeamProposal(FakeTexts.HEAD, NEW, "Say more", "why", NOON), List.of()));
    }

    @Test
    void theSameWishKeepsItsTimeAndAnotherDoesNot() {
        typed(NEW, "Say more");
        model.show(ConsoleState.EMPTY, NOON);
        model.press();
        model.show(ConsoleState.EMPTY, NOON.plusSeconds(60));
        model.press();
        assertThat(proposed.getLast()).isEqualTo(proposed.getFirst());
        model.titleProperty().set("Say much more");
        model.press();
        assertThat(((Intent.ProposeTeamFile) proposed.getLast()).proposal().at()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void endsTheLastLine() {
        typed(FakeTexts.OLD + "# more", "Say more");
        model.press();
        assertThat(((Intent.ProposeTeamFile) proposed.getFirst()).proposal().text()).isEqualTo(NEW);
    }

    @Test
    void tellsThePlanWhatIsWeakened() {
        typed("version: 1\n", "Drop it");
        model.press();
        assertThat(((Intent.ProposeTeamFile) proposed.getFirst()).weakened())
                .containsExactly("Environment production: a press is enough");
    }

    @Test
    void proposesNothingThatIsWrongOrUncheckedOrUntitled() {
        typed("wrong\n", "Title");
        model.press();
        typed(NEW, "");
        model.press();
        model.titleProperty().set("Title");
        model.textProperty().set(NEW + "# and more\n");
        model.press();
        assertThat(proposed).as("what was typed last is not checked yet").isEmpty();
        work();
        model.press();
        assertThat(proposed).hasSize(1);
    }

    @Test
    void checksOnlyTheNewestOfWhatIsTypedQuickly() {
        model.open(file);
        work();
        file.checked.clear();
        for (int i = 0; i < 50; i++) {
            model.textProperty().set(FakeTexts.OLD + "# " + i + "\n");
        }
        assertThat(beside).hasSize(1);
        work();
        assertThat(file.checked).hasSize(2).last().isEqualTo(FakeTexts.OLD + "# 49\n");
        assertThat(model.cardProperty().get().pill()).isEqualTo("valid");
    }

    @Test
    void keepsWhatWasTypedWhenItIsClosed() {
        typed(NEW, "Say more");
        model.dismiss();
        assertThat(model.openProperty().get()).isFalse();
        model.open(file);
        work();
        assertThat(model.textProperty().get()).isEqualTo(NEW);
        assertThat(file.opens).isEqualTo(1);
        model.beginAnew();
        work();
        assertThat(model.textProperty().get()).isEqualTo(FakeTexts.OLD);
        assertThat(model.titleProperty().get()).isEmpty();
    }

    @Test
    void readsAgainWhenNothingWasTyped() {
        model.open(file);
        work();
        model.dismiss();
        model.open(file);
        work();
        assertThat(file.opens).isEqualTo(2);
    }

    @Test
    void comparesWithTheNewestAndKeepsWhatWasTyped() {
        typed(NEW, "Say more");
        String theirs = FakeTexts.OLD + "# theirs\n";
        file.opened = new Opened("x", theirs, theirs, "", new Way.Propose(SampleTeam.PLACE, "f".repeat(40)));
        model.compareAnew();
        work();
        assertThat(model.textProperty().get()).isEqualTo(NEW);
        assertThat(model.cardProperty().get().changes()).extracting(EditorCard.Change::text)
                .contains("# theirs", "# more");
        model.press();
        assertThat(((Intent.ProposeTeamFile) proposed.getFirst()).proposal().head()).isEqualTo("f".repeat(40));
    }

    @Test
    void ofTwoFilesTheLatterStays() {
        FakeTexts own = FakeTexts.own();
        model.open(file);
        model.open(own);
        work();
        assertThat(model.cardProperty().get().heading()).isEqualTo("Edit this machine's board file");
        assertThat(model.cardProperty().get().where()).isEqualTo("/home/ada/board.yaml");
    }

    @Test
    void savesThisMachinesFile() {
        FakeTexts own = FakeTexts.own();
        model.open(own);
        work();
        model.textProperty().set(NEW);
        work();
        model.press();
        work();
        assertThat(own.saved).containsExactly(FakeTexts.OLD + "→" + NEW);
        assertThat(model.cardProperty().get().notice()).startsWith("Saved.");
        assertThat(model.cardProperty().get().pill()).isEqualTo("unchanged");
        assertThat(proposed).isEmpty();
    }

    @Test
    void saysWhyItWasNotSavedAndKeepsWhatWasTyped() {
        FakeTexts own = FakeTexts.own();
        own.refusal = "The file was changed by somebody else meanwhile.";
        model.open(own);
        work();
        model.textProperty().set(NEW);
        work();
        model.press();
        work();
        assertThat(model.cardProperty().get().notice()).isEqualTo("The file was changed by somebody else meanwhile.");
        assertThat(model.textProperty().get()).isEqualTo(NEW);
        assertThat(model.cardProperty().get().pressable()).isTrue();
    }

    @Test
    void leadsToTheRequestOnceItIsOpen() {
        typed(NEW, "Say more");
        model.press();
        Intent intent = proposed.getFirst();
        assertThat(model.requestProperty().get()).isNull();
        model.show(done(intent, URI.create("https://ci.example/12")), NOON);
        assertThat(model.requestProperty().get()).isEqualTo(
                new RequestLink("Open pull request #12", URI.create("https://ci.example/12")));
        model.openRequest();
        assertThat(pages).containsExactly(URI.create("https://ci.example/12"));
    }

    @Test
    void callsTheRequestAsItsProviderDoes() {
        typed(NEW, "Say more");
        model.press();
        ConsoleState known = new Reducer().apply(
                done(proposed.getFirst(), URI.create("https://ci.example/12")),
                List.of(new Change.ConnectionAdded(
                        Connection.fresh(new ConnectionId("ci"), Connection.Kind.GITLAB, "https://ci.example"))));
        model.show(known, NOON);
        assertThat(Objects.requireNonNull(model.requestProperty().get()).words()).isEqualTo("Open merge request !12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://ci.example/12", "file:///etc/passwd", "https://ann@ci.example/12", "x:y"})
    void leadsNowhereElse(String address) {
        typed(NEW, "Say more");
        model.press();
        model.show(done(proposed.getFirst(), URI.create(address)), NOON);
        assertThat(model.requestProperty().get()).isNull();
        model.openRequest();
        assertThat(pages).isEmpty();
    }

    private static ConsoleState done(Intent intent, URI page) {
        PlannedRequest request = new PlannedRequest(
                new ConnectionId("ci"), "POST", URI.create("https://ci.example/pulls"), "", "", "");
        PlanStep step = new PlanStep(
                "Open it", request,
                new Expectation.RequestOpens(
                        new RepositoryId(new ConnectionId("ci"), "acme", "board"), "signalbox/board-1", 12, page),
                "It is open.", false);
        Plan plan = new Plan(
                new PlanId("p"), intent, "t", "s", "", new Guard.Press(), List.of(), List.of(step),
                new Undo.Impossible("no"), List.of(), List.of(), "k", NOON);
        return new Reducer().apply(ConsoleState.EMPTY, List.of(new Change.ActionRecorded(new ActionRecord(
                plan, "ada", NOON, ActionRecord.Phase.DONE, List.of(), "Done.", NOON))));
    }

    private void typed(String text, String title) {
        if (!model.openProperty().get()) {
            model.open(file);
            work();
        }
        model.textProperty().set(text);
        model.titleProperty().set(title);
        work();
    }

    private void work() {
        while (!beside.isEmpty()) {
            Objects.requireNonNull(beside.poll()).run();
        }
    }
}
