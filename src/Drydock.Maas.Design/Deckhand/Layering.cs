using Drydock.Maas.Design.Deckhand.Errors;
using Drydock.Maas.Design.Deckhand.Paths;
using Drydock.Maas.Design.Deckhand.Values;

namespace Drydock.Maas.Design.Deckhand;

/// <summary>Makes a document's data of its parent's and its own, action by action.</summary>
internal static class Layering
{
    /// <summary>Whether there was anything to do.</summary>
    public static bool Apply(DeckhandDocument child)
    {
        if (child.Parent is not { } parent || child.Actions.Count == 0)
            return false;
        var result = DataNodes.DeepCopy(parent.Data);
        foreach (var action in child.Actions)
            result = Apply(action, result, DataNodes.DeepCopy(child.Data), child);
        child.Data = result;
        return true;
    }

    private static DataNode Apply(LayeringAction action, DataNode result, DataNode own, DeckhandDocument child)
    {
        var path = Parse(action, child);
        switch (action.Method)
        {
            case "merge":
                var from = path.First(own);
                return Put(path, result, Merge(path.First(result), Needed(from, action, child)), action, child);
            case "replace":
                return Put(path, result, Needed(path.First(own), action, child), action, child);
            case "delete" when path is { IsRoot: true, IsReadOnly: false }:
                return new DataMap(child.Location);
            case "delete":
                var found = Needed(path.First(result), action, child);
                if (!path.IsRoot)
                    DeleteEqual(result, found);
                return result;
            default:
                throw child.Fault(
                    ErrorIds.UnsupportedActionMethod,
                    $"The method {action.Method} is not one of merge, replace, delete.", action.Location);
        }
    }

    private static DataNode Put(JsonPath path, DataNode result, DataNode value, LayeringAction action, DeckhandDocument child)
    {
        if (path.IsReadOnly)
            return result;
        if (path.IsRoot)
            return value;
        if (path.Find(result).Count == 0 && !PathCreation.TryCreate(result, path))
            throw Missing(action, child);
        try
        {
            path.Write(result, value);
            return result;
        }
        catch (JsonPathException)
        {
            throw Missing(action, child);
        }
    }

    /// <summary>Mappings are merged key by key, the child's winning; anything else is the child's.</summary>
    private static DataNode Merge(DataNode? under, DataNode over)
    {
        if (under is not DataMap into || over is not DataMap from)
            return over;
        foreach (var key in from.Keys)
            into[key] = Merge(into[key], from[key]!);
        return into;
    }

    // Kept for faithfulness: what is deleted is the first value that equals the one at the path, wherever it stands.
    private static bool DeleteEqual(DataNode from, DataNode value) => from switch
    {
        DataMap map => DeleteEqual(map, value),
        DataList list => DeleteEqual(list, value),
        _ => false,
    };

    private static bool DeleteEqual(DataMap map, DataNode value)
    {
        foreach (var key in map.Keys)
        {
            if (DataNodes.AreEqual(map[key]!, value))
            {
                map.Remove(key);
                return true;
            }

            if (DeleteEqual(map[key]!, value))
                return true;
        }

        return false;
    }

    private static bool DeleteEqual(DataList list, DataNode value)
    {
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (DataNodes.AreEqual(list.Items[i], value))
            {
                list.Items.RemoveAt(i);
                return true;
            }

            if (DeleteEqual(list.Items[i], value))
                return true;
        }

        return false;
    }

    private static DataNode Needed(DataNode? found, LayeringAction action, DeckhandDocument child) =>
        found is not null && !DataNodes.IsNull(found) ? found : throw Missing(action, child);

    // As in the engine, the prefix is cut off as text, so that .database becomes .base, and $ becomes .$, which is only read.
    private static JsonPath Parse(LayeringAction action, DeckhandDocument child)
    {
        var path = action.Path;
        if (path.StartsWith("$.data", StringComparison.Ordinal))
            path = path["$.data".Length..];
        else if (path.StartsWith(".data", StringComparison.Ordinal))
            path = path[".data".Length..];
        if (!path.StartsWith('.') && !path.StartsWith("$.", StringComparison.Ordinal))
            path = "." + path;
        try
        {
            return JsonPath.Parse(path);
        }
        catch (JsonPathException e)
        {
            throw child.Fault(e.ErrorId, e.Message, action.Location);
        }
    }

    private static DeckhandException Missing(LayeringAction action, DeckhandDocument child) => child.Fault(
        ErrorIds.MissingDocumentKey,
        $"The path of the action {action} leads nowhere, in the data of "
        + $"{(action.Method == "delete" ? $"the parent {child.Parent} ({child.Parent!.Location})" : $"the child {child}")}.",
        action.Location);
}
