using System.Collections;
using System.Text.Json;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Saving;

/// <summary>Makes a state of what <see cref="StateWriter"/> wrote.</summary>
internal sealed class StateReader
{
    private readonly Dictionary<int, object> _objects = [];
    private readonly JsonElement _root;

    public StateReader(JsonElement root)
    {
        _root = root;
        if (root.GetProperty("format").GetString() != StateWriter.Format)
            throw new FormatException("it was not written by a simulator");
        if (root.GetProperty("version").GetInt32() is var version && version > StateWriter.Version)
            throw new FormatException($"it has version {version}, and this simulator reads up to {StateWriter.Version}: update Drydock.Maas");
    }

    /// <summary>The state, its time going on from where it was saved.</summary>
    public SimulatorState Read(TimeProvider time, double? speed)
    {
        var now = _root.GetProperty("now").GetDateTimeOffset();
        var state = new SimulatorState(new(time, speed ?? _root.GetProperty("speed").GetDouble(), now));
        _objects[_root.GetProperty("state").GetInt32()] = state;
        foreach (var item in _root.GetProperty("objects").EnumerateArray())
            _objects.TryAdd(item.GetProperty("$id").GetInt32(), StateShape.Create(GetClass(item)));
        foreach (var item in _root.GetProperty("objects").EnumerateArray())
            Fill(item);
        foreach (var item in _root.GetProperty("objects").EnumerateArray())
            StateUpgrade.Apply(_root.GetProperty("version").GetInt32(), item, _objects[item.GetProperty("$id").GetInt32()]);
        foreach (var pending in (IEnumerable<PendingTransition>)ReadValue(_root.GetProperty("events"), typeof(List<PendingTransition>))!)
            state.Transitions.At(pending.Due, pending.Transition);
        // A state of a version that is not played here is refused now, not at every request.
        VersionRules.Find(state.MaasVersion);
        return state;
    }

    private static Type GetClass(JsonElement item)
    {
        var name = item.GetProperty("$type").GetString()!;
        return StateShape.Classes.GetValueOrDefault(StateUpgrade.RenamedClasses.GetValueOrDefault(name, name)) ?? throw new FormatException($"it speaks of a {name}, which nobody knows");
    }

    private void Fill(JsonElement item)
    {
        var target = _objects[item.GetProperty("$id").GetInt32()];
        foreach (var member in StateShape.GetMembers(target.GetType()))
        {
            if (item.TryGetProperty(member.Name, out var value)
                || (StateUpgrade.EarlierNames.TryGetValue($"{target.GetType().Name}.{member.Name}", out var earlier) && item.TryGetProperty(earlier, out value)))
                member.Set(target, ReadValue(value, member.Type));
        }
    }

    private object? ReadValue(JsonElement json, Type type)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return null;
        if (ValueCodec.IsPlain(type))
            return ValueCodec.Read(json, type);
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsAssignableTo(typeof(System.Runtime.CompilerServices.ITuple)))
            return ReadTuple(json, type);
        if (!StateShape.IsCollection(type))
            return _objects.GetValueOrDefault(json.GetInt32()) ?? throw new FormatException($"object {json} is missing");
        return json.ValueKind == JsonValueKind.Object ? ReadDictionary(json, type) : ReadList(json, type);
    }

    private object ReadTuple(JsonElement json, Type type)
    {
        var types = type.GetGenericArguments();
        return Activator.CreateInstance(type, types.Select((part, index) => ReadValue(json[index], part)).ToArray())!;
    }

    private IDictionary ReadDictionary(JsonElement json, Type type)
    {
        var dictionary = (IDictionary)Activator.CreateInstance(type, StringComparer.Ordinal)!;
        foreach (var entry in json.EnumerateObject())
            dictionary.Add(entry.Name, ReadValue(entry.Value, type.GetGenericArguments()[1]));
        return dictionary;
    }

    private object ReadList(JsonElement json, Type type)
    {
        var itemType = type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0];
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(itemType))!;
        foreach (var item in json.EnumerateArray())
            list.Add(ReadValue(item, itemType));
        if (!type.IsArray)
            return type.IsAssignableFrom(list.GetType()) ? list : Activator.CreateInstance(type, list)!;
        var array = Array.CreateInstance(itemType, list.Count);
        list.CopyTo(array, 0);
        return array;
    }
}
