package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.github.world.Repository;
import dev.signalbox.practice.github.world.World;
import java.util.Comparator;
import java.util.List;

/// The caller, the organisation and which repositories there are.
final class AccountEndpoints {

    private final World world;

    AccountEndpoints(World world) {
        this.world = world;
    }

    void addTo(Routes routes) {
        routes.get("/user", "", call -> Answer.ok(AccountJson.me(call.person(), call.links())));
        routes.get("/user/orgs", "",
                call -> Pages.array(call, List.of(World.ORGANISATION), name -> AccountJson.organisation(call.links())));
        routes.get("/user/repos", "metadata=read", call -> repositories(call, "full_name"));
        routes.get("/orgs/{org}/repos", "metadata=read", this::ofOrganisation);
        routes.get("/orgs/{org}", "", this::organisation);
        routes.get("/users/{login}", "", this::user);
        routes.get("/meta", "", AccountEndpoints::meta);
        routes.get("/versions", "", call -> Answer.ok(
                JsonNodeFactory.instance.arrayNode().add(Call.NEW_VERSION).add(Call.OLD_VERSION)));
    }

    private Answer ofOrganisation(Call call) {
        checkOrganisation(call);
        return repositories(call, "created");
    }

    private Answer organisation(Call call) {
        checkOrganisation(call);
        return Answer.ok(AccountJson.organisation(call.links()));
    }

    private static void checkOrganisation(Call call) {
        if (!call.at("org").equalsIgnoreCase(World.ORGANISATION)) {
            throw Lookups.missing();
        }
    }

    /// An organisation is found among the users too, as owners of repositories point to it.
    private Answer user(Call call) {
        if (call.at("login").equalsIgnoreCase(World.ORGANISATION)) {
            return Answer.ok(AccountJson.owner(call.links()));
        }
        return world.people().all().stream()
                .filter(person -> person.login().equalsIgnoreCase(call.at("login")))
                .findFirst()
                .map(person -> Answer.ok(AccountJson.user(person, call.links()).put("name", person.name())))
                .orElseThrow(Lookups::missing);
    }

    /// Names count upwards, times from the newest on, unless the caller wants it the other way round.
    private Answer repositories(Call call, String usualSort) {
        String sort = call.asked("sort").isEmpty() ? usualSort : call.asked("sort");
        Comparator<Repository> upwards = switch (sort) {
            case "created" -> Comparator.comparing(Repository::createdAt);
            case "pushed", "updated" -> Comparator.comparing(repository -> repository.head().at());
            default -> Comparator.comparing(Repository::fullName);
        };
        boolean times = List.of("created", "pushed", "updated").contains(sort);
        String direction = call.asked("direction").isEmpty() ? times ? "desc" : "asc" : call.asked("direction");
        List<Repository> all = world.repositories().stream()
                .sorted(direction.equals("desc") ? upwards.reversed() : upwards)
                .toList();
        return Pages.array(call, all,
                repository -> RepositoryJson.full(repository, call.person(), call.links(), call.speaksNewVersion()));
    }

    private static Answer meta(Call call) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("verifiable_password_authentication", false);
        body.putArray("actions");
        return Answer.ok(body);
    }
}
