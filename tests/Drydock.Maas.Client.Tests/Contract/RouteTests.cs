using System.Reflection;
using System.Text.RegularExpressions;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Simulator.Hosting;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Client.Tests.Contract;

/// <summary>The routes that the client declares are those of a MAAS.</summary>
public sealed partial class RouteTests
{
    private static IReadOnlyList<ApiRoute> Routes { get; } =
    [
        .. from type in typeof(ApiRoute).Assembly.GetTypes()
           from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
           where field.FieldType == typeof(ApiRoute)
           select (ApiRoute)field.GetValue(null)!,
    ];

    /// <summary>Those of the newest version: what older ones do not have the client asks for by capability only.</summary>
    [Fact]
    public void The_simulator_serves_every_route_of_the_client()
    {
        var router = new Router();
        foreach (var module in ApiModules.List(VersionRules.Find(VersionRules.Names[^1])))
            module.Register(router);
        var served = router.Describe().SelectMany(r => r.Actions.Select(a => Describe(a.Method, r.Template, a.Op))).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(Routes);
        Assert.Empty(Routes.Select(r => Describe(r.Method.Method, r.Template, r.Operation)).Except(served));
    }

    [Fact]
    public void A_route_is_declared_once_by_a_client()
    {
        var twice = from type in typeof(ApiRoute).Assembly.GetTypes()
                    let routes = type.GetFields(BindingFlags.Static | BindingFlags.Public).Where(f => f.FieldType == typeof(ApiRoute)).Select(f => f.GetValue(null))
                    where routes.Distinct().Count() < routes.Count()
                    select type.FullName;

        Assert.Empty(twice);
    }

    [Theory]
    [InlineData("a b/c", "tags/a%20b%2Fc/")]
    [InlineData("x", "tags/x/")]
    public void Values_of_the_path_are_escaped(string name, string path) =>
        Assert.Equal(path, ApiRoute.Get("tags/{name}/").ToRequest(name).Path);

    [Fact]
    public void A_value_too_many_or_missing_is_a_mistake()
    {
        Assert.Throws<ArgumentException>(() => ApiRoute.Get("tags/{name}/").ToRequest("x", 1));
        Assert.ThrowsAny<Exception>(() => ApiRoute.Get("tags/{name}/").ToRequest());
    }

    // Values of a path have other names here and there.
    private static string Describe(string method, string template, string? operation) =>
        $"{method} {Placeholder().Replace(template, "{}")}{(operation is null ? "" : $"?op={operation}")}";

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
