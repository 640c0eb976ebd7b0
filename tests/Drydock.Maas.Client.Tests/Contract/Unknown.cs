using System.Collections;
using System.Reflection;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Tests.Contract;

/// <summary>Members of what was read that no model knows.</summary>
internal static class Unknown
{
    /// <summary>Only sent when asked for with verbose=true, which nobody here does.</summary>
    private static readonly string[] NotAskedFor = ["Machine.constraints_by_type"];

    public static IEnumerable<string> In(object? model) => Names(model).Except(NotAskedFor).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Names(object? model) => model switch
    {
        MaasObject one => Own(one).Concat(Properties(one).SelectMany(Names)),
        IDictionary map => map.Values.Cast<object?>().SelectMany(Names),
        IEnumerable list and not string => list.Cast<object?>().SelectMany(Names),
        _ => [],
    };

    private static IEnumerable<string> Own(MaasObject model) =>
        (model.ExtensionData?.Keys ?? []).Select(k => $"{model.GetType().Name}.{k}");

    private static IEnumerable<object?> Properties(MaasObject model) => model.GetType()
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(p => p.Name != nameof(MaasObject.ExtensionData))
        .Select(p => p.GetValue(model));
}
