using System.Text;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Tests.Machines;

namespace Drydock.Maas.Simulator.Tests;

/// <summary>Lists of package repositories in forms and in JSON bodies, as a MAAS 3.4 was recorded to take them.</summary>
public sealed class PackageRepositoryTests
{
    private const string Blank = "Item 1 in the array did not validate: This field cannot be blank.";
    private const string NoArchitecture =
        "'' is not a valid architecture. Known architectures: amd64, arm64, armhf, i386, ppc64el, s390x";

    private readonly OneMachine _lab = new();

    [Theory]
    [InlineData("distributions", Blank)]
    [InlineData("components", Blank)]
    [InlineData("arches", NoArchitecture)]
    public void An_empty_text_in_a_form_is_no_empty_list(string field, string message)
    {
        var id = Create("jammy", "main");
        foreach (var answer in new[]
        {
            _lab.Ask("PUT", $"package-repositories/{id}/", null, (field, "")),
            _lab.Ask("POST", "package-repositories/", null, ("name", "new"), ("url", "http://mirror.example.com/debian"), (field, "")),
        })
        {
            Assert.Equal(400, answer.Status);
            Assert.Equal(message, (string?)OneMachine.Json(answer)[field]![0]);
        }
    }

    [Fact]
    public void Disabled_parts_of_an_archive_are_cleared_by_an_empty_text()
    {
        _lab.Ask("PUT", "package-repositories/1/", null, ("disabled_components", "multiverse,universe"));

        var body = OneMachine.Json(_lab.Ask("PUT", "package-repositories/1/", null, ("disabled_components", ""), ("disabled_pockets", "")));

        Assert.Empty(body["disabled_components"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"components": []}""", "jammy", "")]
    [InlineData("""{"distributions": []}""", "", "main")]
    [InlineData("""{"components": ["main", "contrib"]}""", "jammy", "main,contrib")]
    [InlineData("""{"components": null}""", "jammy", "None")]
    public void A_JSON_body_clears_and_sets_lists(string json, string distributions, string components)
    {
        var id = Create("jammy", "main");

        var body = Send("PUT", $"package-repositories/{id}/", json);

        Assert.Equal((distributions, components), (Join(body["distributions"]), Join(body["components"])));
    }

    [Fact]
    public void A_JSON_body_makes_a_repository_without_lists_for_the_usual_architectures()
    {
        var body = Send("POST", "package-repositories/",
            """{"name": "empty-json", "url": "http://mirror.example.com/debian", "distributions": [], "components": [], "arches": []}""");

        Assert.Equal(("", "", "amd64,i386"), (Join(body["distributions"]), Join(body["components"]), Join(body["arches"])));
    }

    private static string Join(JsonNode? list) => string.Join(',', list!.AsArray().Select(item => (string?)item));

    private int Create(string distributions, string components) => (int)OneMachine.Json(_lab.Ask(
        "POST",
        "package-repositories/",
        null,
        ("name", "mirror"),
        ("url", "http://mirror.example.com/debian"),
        ("distributions", distributions),
        ("components", components)))["id"]!;

    private JsonNode Send(string method, string path, string json) => OneMachine.Json(_lab.Core.HandleAs(
        _lab.Core.State.Users.First(user => user.IsSuperuser),
        new ApiRequest(method, "/MAAS/api/2.0/" + path) { ContentType = "application/json", Body = Encoding.UTF8.GetBytes(json) }));
}
