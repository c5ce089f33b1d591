package dev.signalbox.practice.gitlab;

import static dev.signalbox.practice.gitlab.GitLabServer.AUTH;
import static dev.signalbox.practice.gitlab.GitLabServer.links;
import static dev.signalbox.practice.gitlab.GitLabServer.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every list, read page by page as the server leads.
class PagedListsTest {

    private final GitLabServer server = new GitLabServer();

    @AfterEach
    void close() {
        server.close();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }

    private List<String> walk(String first, String key) {
        List<String> found = new ArrayList<>();
        HttpResponse<String> page = server.get(first);
        found.addAll(texts(server.read(page), key));
        while (links(page).containsKey("next")) {
            page = server.get(Objects.requireNonNull(links(page).get("next")));
            assertThat(page.statusCode()).isEqualTo(200);
            found.addAll(texts(server.read(page), key));
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /pipelines                             | id
            /pipelines?order_by=updated_at&sort=asc | id
            /pipelines?source=parent_pipeline      | id
            /deployments                           | id
            /deployments?order_by=id&sort=desc     | id
            /environments                          | id
            /merge_requests?state=merged           | iid
            /releases                              | tag_name
            /repository/tags                       | name
            /repository/commits                    | id
            /jobs                                  | id
            /jobs?scope[]=success&scope[]=failed   | id
            """)
    void givesEachItemOnceAndInTheOrderOfTheWholeList(String path, String key) {
        String ask = AUTH + path.replace("[", "%5B").replace("]", "%5D") + (path.contains("?") ? "&" : "?");
        List<String> whole = walk(ask + "per_page=100", key);
        List<String> paged = walk(ask + "per_page=2", key);

        assertThat(whole).hasSizeGreaterThan(2).doesNotHaveDuplicates();
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void tellsWhereItIs() {
        HttpResponse<String> middle = server.get(AUTH + "/pipelines?per_page=3&page=2");

        assertThat(header(middle, "X-Page")).isEqualTo("2");
        assertThat(header(middle, "X-Per-Page")).isEqualTo("3");
        assertThat(header(middle, "X-Prev-Page")).isEqualTo("1");
        assertThat(header(middle, "X-Next-Page")).isEqualTo("3");
        assertThat(header(middle, "X-Total")).isEqualTo("12");
        assertThat(header(middle, "X-Total-Pages")).isEqualTo("4");
        assertThat(links(middle).keySet()).containsExactlyInAnyOrder("prev", "next", "first", "last");
    }

    @Test
    void hasNoNextPageOnTheLastAndNoPreviousOnTheFirst() {
        HttpResponse<String> last = server.get(AUTH + "/pipelines?per_page=3&page=4");
        HttpResponse<String> first = server.get(AUTH + "/pipelines?per_page=3");

        assertThat(header(last, "X-Next-Page")).isEmpty();
        assertThat(links(last)).doesNotContainKey("next");
        assertThat(header(first, "X-Prev-Page")).isEmpty();
        assertThat(links(first)).doesNotContainKey("prev");
        assertThat(header(server.get(AUTH + "/pipelines?page=99"), "X-Total")).isEqualTo("12");
        assertThat(server.json(AUTH + "/pipelines?page=99")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"per_page=0, 1", "per_page=1000, 100", "per_page=x, 20", "'', 20"})
    void bringsSizesIntoTheirBounds(String query, String size) {
        assertThat(header(server.get(AUTH + "/pipelines?" + query), "X-Per-Page")).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/jobs?per_page=2", "/repository/commits?per_page=2"})
    void doesNotCountWhatGitLabDoesNotCount(String path) {
        HttpResponse<String> page = server.get(AUTH + path);

        assertThat(page.headers().firstValue("X-Total")).isEmpty();
        assertThat(page.headers().firstValue("X-Total-Pages")).isEmpty();
        assertThat(links(page)).containsKeys("next", "first").doesNotContainKey("last");
        assertThat(header(page, "X-Next-Page")).isEqualTo("2");
    }

    @Test
    void keepsTheQuestionInItsLinks() {
        HttpResponse<String> page = server.get(AUTH + "/jobs?scope%5B%5D=success&scope%5B%5D=failed&per_page=2");

        assertThat(links(page).get("next")).contains("scope%5B%5D=success", "scope%5B%5D=failed", "page=2")
                .startsWith(server.base() + "/api/v4/projects/acme%2Fplatform%2Fauth/jobs?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/projects?", AUTH + "/jobs?"})
    void walksByNumber(String path) {
        String ask = path + "pagination=keyset&order_by=id&per_page=1";
        HttpResponse<String> first = server.get(ask + "&sort=asc");

        assertThat(first.headers().firstValue("X-Page")).isEmpty();
        assertThat(links(first)).containsOnlyKeys("next");
        assertThat(links(first).get("next")).contains("id_after=");
        List<String> up = walk(ask.replace("per_page=1", "per_page=30") + "&sort=asc", "id");
        List<String> down = walk(ask.replace("per_page=1", "per_page=50") + "&sort=desc", "id");
        assertThat(up).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        assertThat(down).isEqualTo(up.reversed());
    }

    @Test
    void walksByNumberOnly() {
        assertThat(server.get("/projects?pagination=keyset&order_by=name").statusCode()).isEqualTo(405);
    }

    @Test
    void doesNotLoseItsPlaceWhenSomethingNewComes() {
        String ask = AUTH + "/jobs?pagination=keyset&order_by=id&sort=desc&per_page=5";
        HttpResponse<String> first = server.get(ask);
        List<String> seen = texts(server.read(first), "id");
        server.sample().merge("auth", null);
        List<String> next = texts(server.json(Objects.requireNonNull(links(first).get("next"))), "id");

        assertThat(next).doesNotContainAnyElementsOf(seen).hasSize(5);
    }
}
