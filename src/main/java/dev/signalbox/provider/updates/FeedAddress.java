package dev.signalbox.provider.updates;

import dev.signalbox.provider.http.BaseUrl;
import java.util.ArrayList;
import java.util.List;

/// Where a project says which of its releases is the latest, as GitHub's REST API has it:
/// `GET /repos/{owner}/{repo}/releases/latest`.
public final class FeedAddress {

    private static final String HTTPS = "https://";
    private static final List<String> END = List.of("releases", "latest");

    private FeedAddress() {}

    /// Reads what a person wrote: a repository (`https://github.com/acme/signalbox`) or the very address that is asked,
    /// which ends with `/releases/latest`. Only https.
    ///
    /// @throws IllegalArgumentException with a sentence that says what to write instead
    public static BaseUrl of(String written) {
        // Not even to this machine, where an account's server may be asked without encryption.
        if (!written.regionMatches(true, 0, HTTPS, 0, HTTPS.length())) {
            throw new IllegalArgumentException("The address must begin with " + HTTPS);
        }
        BaseUrl address = BaseUrl.parse(written);
        List<String> path = address.segments();
        int size = path.size();
        boolean ends = size > 3 && path.subList(size - 2, size).equals(END);
        // With the end, it is the page that a browser shows.
        if ((size == 2 && !path.equals(END)) || (size == 4 && ends)) {
            return ofRepository(address);
        }
        if (ends) {
            return address;
        }
        throw new IllegalArgumentException(
                "The address must be that of a repository, like https://github.com/owner/name, or end with"
                        + " /releases/latest at an API");
    }

    /// The API of github.com, and of its hosts for companies, has a name of its own; an Enterprise Server's is a folder.
    private static BaseUrl ofRepository(BaseUrl repository) {
        String host = repository.origin().host();
        boolean apart = host.equals("github.com") || host.endsWith(".ghe.com") && !host.startsWith("api.");
        List<String> path = new ArrayList<>(apart ? List.of("repos") : List.of("api", "v3", "repos"));
        path.add(repository.segments().get(0));
        path.add(repository.segments().get(1).replaceFirst("(?<=.)\\.git$", ""));
        path.addAll(END);
        String origin = repository.origin().toString();
        return BaseUrl.parse((apart ? origin.replaceFirst("//", "//api.") : origin) + "/" + String.join("/", path));
    }
}
