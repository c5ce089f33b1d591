package dev.signalbox.ui.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of(
                        new RemoteProblem.Unreachable("reset", Sent.NOTHING), "not reachable",
                        "It cannot be reached: reset."),
                Arguments.of(
                        new RemoteProblem.Unauthorized("Bad credentials"), "credential refused",
                        "It refused our credential: Bad credentials."),
                Arguments.of(
                        new RemoteProblem.Forbidden("no", "actions:write"), "not allowed",
                        "The credential lacks “actions:write”: no."),
                Arguments.of(
                        new RemoteProblem.Forbidden("no", null), "not allowed",
                        "The credential may not do this: no."),
                Arguments.of(
                        new RemoteProblem.Forbidden("no", ""), "not allowed", "The credential may not do this: no."),
                Arguments.of(
                        new RemoteProblem.NotFound(""), "not found",
                        "It is not there, or hidden from this credential."),
                Arguments.of(
                        new RemoteProblem.Conflict("done"), "conflict", "It has changed in the meantime: done."),
                Arguments.of(
                        new RemoteProblem.Rejected("no such input", 422), "request refused",
                        "It refused the request (422): no such input."),
                Arguments.of(
                        new RemoteProblem.RateLimited("", NOON.plusSeconds(59)), "limit reached, goes on in 59 s",
                        "The request limit is used up; requests go on in 59 s."),
                Arguments.of(
                        new RemoteProblem.RateLimited("", NOON), "limit reached, goes on now",
                        "The request limit is used up; requests go on now."),
                Arguments.of(
                        new RemoteProblem.ServerFault("upstream", 503), "server error 503",
                        "The server failed (503): upstream."),
                Arguments.of(
                        new RemoteProblem.Unreadable("HTML"), "answer not understood",
                        "Its answer could not be understood: HTML."),
                Arguments.of(
                        new RemoteProblem.NotKept("full"), "no room for it", "This machine could not keep it: full."));
    }

    /// A provider that names itself says it in its own words, once.
    static Stream<Arguments> told() {
        return Stream.of(
                Arguments.of(
                        new RemoteProblem.Unauthorized("api.github.com refused the credential (401): Bad credentials"),
                        "credential refused", "api.github.com refused the credential (401): Bad credentials."),
                Arguments.of(
                        new RemoteProblem.Forbidden("git.example.com does not allow this (403)", null), "not allowed",
                        "git.example.com does not allow this (403)."),
                Arguments.of(
                        new RemoteProblem.NotFound(
                                "git.example.com does not have this, or hides it from this account (404)"),
                        "not found", "git.example.com does not have this, or hides it from this account (404)."),
                Arguments.of(
                        new RemoteProblem.Conflict("Something has changed at git.example.com (409): done!"),
                        "conflict", "Something has changed at git.example.com (409): done!"),
                Arguments.of(
                        new RemoteProblem.Rejected("git.example.com refused the request (422): no", 422),
                        "request refused", "git.example.com refused the request (422): no."),
                Arguments.of(
                        new RemoteProblem.ServerFault("git.example.com failed (503)", 503), "server error 503",
                        "git.example.com failed (503)."));
    }

    @ParameterizedTest
    @MethodSource({"problems", "told"})
    void saysEachProblemBrieflyAndInASentence(RemoteProblem problem, String brief, String sentence) {
        assertThat(Problems.brief(problem, NOON)).isEqualTo(brief);
        assertThat(Problems.sentence(problem, NOON)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"It ended.", "It ended!", "  It ended?  "})
    void doesNotEndASentenceTwice(String detail) {
        assertThat(Problems.sentence(new RemoteProblem.Conflict(detail), NOON))
                .isEqualTo("It has changed in the meantime: " + detail.strip());
    }

    @Test
    void adviceDiffersByWhatCanBeDone() {
        assertThat(problems().map(a -> (RemoteProblem) a.get()[0])
                .filter(p -> !(p instanceof RemoteProblem.Forbidden) && !(p instanceof RemoteProblem.RateLimited))
                .map(Problems::advice).toList()).doesNotHaveDuplicates();
        Map<RemoteProblem, String> leads = Map.of(
                new RemoteProblem.Unauthorized("x"), "token", new RemoteProblem.Forbidden("x", null), "permission",
                new RemoteProblem.Unreachable("x", Sent.MAYBE), "network", new RemoteProblem.NotFound("x"), "name");
        leads.forEach((problem, word) -> assertThat(Problems.advice(problem)).contains(word));
    }

    @Test
    void neverAdvisesToDoWhatGoesOnByItself() {
        for (RemoteProblem problem : List.of(
                new RemoteProblem.RateLimited("", NOON), new RemoteProblem.ServerFault("", 500))) {
            assertThat(Problems.advice(problem)).startsWith("Nothing to do");
        }
    }
}
