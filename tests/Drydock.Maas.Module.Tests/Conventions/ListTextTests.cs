using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests.Conventions;

/// <summary>Export-Csv writes a list as the text of the list, and that is its items' and not the name of a type.</summary>
public sealed class ListTextTests : IDisposable
{
    // Loads the module's types.
    private readonly ModuleRunspace _runspace = new();

    public void Dispose() => _runspace.Dispose();

    [Fact]
    public void A_list_of_an_object_tells_its_items_in_a_CSV()
    {
        var lists = ShortProperties.FindType("Drydock.Maas.Models.Machine").Assembly.GetExportedTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false, IsGenericType: false } && !t.IsSubclassOf(typeof(Exception)) && IsShown(t))
            .SelectMany(ReadLists).ToList();
        Assert.True(lists.Count > 100, "The lists were not found.");
        Assert.Empty(lists.Where(l => l.Text is not null && l.Text.Contains(l.Value!.GetType().Namespace!, StringComparison.Ordinal))
            .Select(l => $"{l.Type.Name}.{l.Property} is \"{l.Text}\" in a CSV: keep a TextList or TextMap"));
    }

    // Requests are no output of any command, and what holds images has no view.
    private static bool IsShown(Type type) => type.Namespace is not "Drydock.Maas.Api" && type.Name is not ("OsImage" or "ImageCatalogue");

    private static IEnumerable<ListProperty> ReadLists(Type type)
    {
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).DistinctBy(p => p.Name))
        {
            if (property.PropertyType == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(property.PropertyType) || property.GetIndexParameters().Length > 0)
                continue;
            // What is computed from values that an object has to have cannot be looked at without them.
            if (property.SetMethod is null && type.GetCustomAttribute<RequiredMemberAttribute>() is not null)
                continue;
            foreach (var holder in MakeHolders(type, property))
            {
                var value = property.GetValue(holder);
                yield return new(type, property.Name, value, value?.ToString());
            }
        }
    }

    /// <summary>An object as its constructor leaves it, where it has one without parameters, and one that was given a list.</summary>
    private static IEnumerable<object> MakeHolders(Type type, PropertyInfo property)
    {
        if (FindConstructor(type) is { } constructor)
            yield return constructor.Invoke(null);
        if (property.SetMethod is { } set && MakeList(property.PropertyType) is { } list)
        {
            var holder = FindConstructor(type)?.Invoke(null) ?? RuntimeHelpers.GetUninitializedObject(type);
            set.Invoke(holder, [list]);
            yield return holder;
        }
    }

    private static ConstructorInfo? FindConstructor(Type type) =>
        type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, Type.EmptyTypes);

    private static object? MakeList(Type type) => type.GetGenericArguments() switch
    {
        [var item] => Array.CreateInstance(item, 0),
        [var key, var value] => Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value)),
        _ => null,
    };

    /// <summary>A list of an object, and its text.</summary>
    private sealed record ListProperty(Type Type, string Property, object? Value, string? Text);
}
