package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pull requests of the repository that people push to.
class PullsTest {

    private static final String PULLS = "/repos/acme/board/pulls";
    private static final String NEW =
            "{\"title\":\"Say more\",\"head\":\"topic/a\",\"base\":\"main\",\"body\":\"why\"}";

    private final FakeBranches branches = new FakeBranches();
    private final PracticeServer server = new PracticeServer(branches);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void opensOneAndShowsIt() {
        branches.heads.put("topic/a", "a1");
        HttpResponse<String> answer = server.post(PULLS, NEW);
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode made = server.read(answer);
        assertThat(made.path("number").asInt()).isEqualTo(1);
        assertThat(made.path("state").asText()).isEqualTo("open");
        assertThat(made.path("title").asText()).isEqualTo("Say more");
        assertThat(made.path("body").asText()).isEqualTo("why");
        assertThat(made.path("merged_at").isNull()).isTrue();
        assertThat(made.at("/user/login").asText()).isEqualTo(server.sample().people().you().login());
        assertThat(made.at("/head/label").asText()).isEqualTo("acme:topic/a");
        assertThat(made.at("/head/sha").asText()).isEqualTo("a1");
        assertThat(made.at("/base/ref").asText()).isEqualTo("main");
        assertThat(made.path("html_url").asText()).isEqualTo(server.base() + "/acme/board/pull/1");
        assertThat(server.json(made.path("url").asText())).isEqualTo(made);
        assertThat(server.json(PULLS)).hasSize(1);
    }

    @Test
    void aSecondOneForTheSameBranchIsRefusedWhileTheFirstIsOpen() {
        opened("topic/a");
        assertThat(problem(422, server.post(PULLS, NEW)))
                .isEqualTo("custom A pull request already exists for acme:topic/a.");
        assertThat(patch(1, "{\"state\":\"closed\"}").path("state").asText()).isEqualTo("closed");
        assertThat(server.post(PULLS, NEW).statusCode()).isEqualTo(201);
    }

    @Test
    void isFoundByItsBranchAndItsState() {
        opened("topic/a");
        opened("topic/b");
        patch(1, "{\"state\":\"closed\"}");
        assertThat(numbers("")).containsExactly(2);
        assertThat(numbers("?state=closed")).containsExactly(1);
        assertThat(numbers("?state=all&direction=desc")).containsExactly(2, 1);
        assertThat(numbers("?state=all&direction=asc")).containsExactly(1, 2);
        assertThat(numbers("?state=all&head=acme:topic/a")).containsExactly(1);
        assertThat(numbers("?state=all&head=other:topic/a")).isEmpty();
        assertThat(numbers("?state=all&base=dev")).isEmpty();
        assertThat(server.get(PULLS + "?state=none").statusCode()).isEqualTo(422);
    }

    @Test
    void isClosedOpenedAgainAndRenamed() {
        opened("topic/a");
        JsonNode closed = patch(1, "{\"state\":\"closed\",\"title\":\"Other\"}");
        assertThat(closed.path("closed_at").isTextual()).isTrue();
        assertThat(closed.path("title").asText()).isEqualTo("Other");
        JsonNode again = patch(1, "{\"state\":\"open\"}");
        assertThat(again.path("state").asText()).isEqualTo("open");
        assertThat(again.path("closed_at").isNull()).isTrue();
        patch(1, "{\"state\":\"closed\"}");
        branches.heads.remove("topic/a");
        assertThat(send("PATCH", "/1", "{\"state\":\"open\"}").statusCode()).isEqualTo(422);
        assertThat(send("PATCH", "/1", "{\"state\":\"merged\"}").statusCode()).isEqualTo(422);
    }

    @Test
    void followsItsBranchToItsEnd() {
        opened("topic/a");
        opened("topic/b");
        branches.heads.put("topic/a", "a2");
        assertThat(server.json(PULLS + "/1").at("/head/sha").asText()).isEqualTo("a2");
        branches.merged.add("a2");
        JsonNode merged = server.json(PULLS + "/1");
        assertThat(merged.path("state").asText()).isEqualTo("closed");
        assertThat(merged.path("merged_at").isTextual()).isTrue();
        branches.heads.remove("topic/b");
        JsonNode gone = server.json(PULLS + "/2");
        assertThat(gone.path("state").asText()).isEqualTo("closed");
        assertThat(gone.path("merged_at").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {"title":"t","base":"main"}                    | "head" wasn't supplied
            {"title":"t","head":"topic/a"}                 | "base" wasn't supplied
            {"head":"topic/a","base":"main"}               | missing_field title
            {"title":" ","head":"topic/a","base":"main"}   | missing_field title
            {"title":"t","head":"gone","base":"main"}      | invalid head
            {"title":"t","head":"topic/a","base":"gone"}   | invalid base
            {"title":"t","head":"main","base":"main"}      | custom No commits between main and main
            """)
    void refusesWhatTheRealOneWouldRefuse(String body, String why) {
        branches.heads.put("topic/a", "a1");
        assertThat(problem(422, server.post(PULLS, body))).contains(why);
        assertThat(server.json(PULLS + "?state=all")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/0", "/7", "/x"})
    void whatIsNotThereIsNotFound(String number) {
        opened("topic/a");
        assertThat(server.get(PULLS + number).statusCode()).isEqualTo(404);
        assertThat(send("PATCH", number, "{}").statusCode()).isEqualTo(404);
        assertThat(server.get("/repos/acme/none/pulls").statusCode()).isEqualTo(404);
        assertThat(server.get("/repos/others/board/pulls").statusCode()).isEqualTo(404);
    }

    @Test
    void repositoriesThatNobodyPushesToHaveNone() {
        assertThat(server.json("/repos/acme/checkout/pulls")).isEmpty();
        assertThat(problem(422, server.post("/repos/acme/checkout/pulls", NEW))).isEqualTo("invalid head");
        assertThat(server.get("/repos/acme/checkout/pulls/1").statusCode()).isEqualTo(404);
    }

    @Test
    void removesABranchOnce() {
        opened("topic/a");
        assertThat(remove("topic/a").statusCode()).isEqualTo(204);
        assertThat(branches.heads).containsOnlyKeys("main");
        assertThat(server.read(remove("topic/a")).path("message").asText()).isEqualTo("Reference does not exist");
        assertThat(remove("main").statusCode()).isEqualTo(422);
        assertThat(branches.heads).containsKey("main");
    }

    @Test
    void nothingOfItIsThereWithoutAToken() {
        assertThat(server.send(server.request(PULLS).setHeader("Authorization", "Bearer other")).statusCode())
                .isEqualTo(401);
        assertThat(server.server().admits(PracticeServer.TOKEN)).isTrue();
        assertThat(server.server().admits("other")).isFalse();
        server.server().revokeTokens();
        assertThat(server.server().admits(PracticeServer.TOKEN)).isFalse();
        assertThat(server.post(PULLS, NEW).statusCode()).isEqualTo(401);
    }

    private void opened(String branch) {
        branches.heads.put(branch, branch + "-1");
        assertThat(server.post(PULLS, NEW.replace("topic/a", branch)).statusCode()).isEqualTo(201);
    }

    private JsonNode patch(int number, String body) {
        HttpResponse<String> answer = send("PATCH", "/" + number, body);
        assertThat(answer.statusCode()).isEqualTo(200);
        return server.read(answer);
    }

    private HttpResponse<String> send(String method, String below, String body) {
        return server.send(server.request(PULLS + below).method(method, BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> remove(String branch) {
        return server.send(server.request("/repos/acme/board/git/refs/heads/" + branch).DELETE());
    }

    private List<Integer> numbers(String query) {
        return server.json(PULLS + query).findValues("number").stream().map(JsonNode::asInt).toList();
    }

    /// What was wrong, in the shape that clients read.
    private String problem(int code, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(code);
        JsonNode problem = server.read(answer);
        assertThat(problem.path("status").asText()).isEqualTo(Integer.toString(code));
        JsonNode error = problem.at("/errors/0");
        return error.isMissingNode()
                ? problem.path("message").asText()
                : (error.path("code").asText() + " " + error.path("field").asText()
                        + error.path("message").asText()).strip();
    }
}
