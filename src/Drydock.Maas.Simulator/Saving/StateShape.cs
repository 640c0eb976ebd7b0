using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Drydock.Maas.Simulator.Faults;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Saving;

/// <summary>The classes a state consists of, and the members of them that are saved: all but what works on the state.</summary>
internal static class StateShape
{
    private static readonly Type[] Working =
    [
        typeof(SimulatorState), typeof(SimulatorClock), typeof(TransitionQueue), typeof(FaultBoard), typeof(AutoFabrics), typeof(AddressBook), typeof(PostCommit),
        typeof(object),
    ];

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<StateMember>> Members = new();
    private static readonly Lazy<IReadOnlyDictionary<string, Type>> Known = new(FindClasses);

    /// <summary>The classes by name; a file can make no others.</summary>
    public static IReadOnlyDictionary<string, Type> Classes => Known.Value;

    public static IReadOnlyList<StateMember> GetMembers(Type type) => Members.GetOrAdd(type, FindMembers);

    public static object Create(Type type) =>
        type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is { } constructor
            ? constructor.Invoke(null)
            : RuntimeHelpers.GetUninitializedObject(type);

    private static List<StateMember> FindMembers(Type type)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var members = new List<StateMember>();
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            members.AddRange(level.GetFields(Own)
                .Where(field => !Working.Contains(field.FieldType))
                .Select(field => new StateMember(field)));
        }

        return members;
    }

    /// <summary>Everything that can be reached from the state by the types of its members.</summary>
    private static Dictionary<string, Type> FindClasses()
    {
        var found = new Dictionary<string, Type>(StringComparer.Ordinal);
        var open = new Queue<Type>([typeof(SimulatorState), typeof(PendingTransition)]);
        while (open.TryDequeue(out var type))
        {
            foreach (var concrete in Concrete(type).Where(concrete => found.TryAdd(concrete.Name, concrete)))
            {
                foreach (var part in GetMembers(concrete).SelectMany(member => GetParts(member.Type)))
                    open.Enqueue(part);
            }
        }

        return found;
    }

    private static IEnumerable<Type> Concrete(Type type) =>
        type.IsAbstract ? type.Assembly.GetTypes().Where(other => !other.IsAbstract && other.IsSubclassOf(type)) : [type];

    private static IEnumerable<Type> GetParts(Type type)
    {
        if (ValueCodec.IsPlain(type))
            return [];
        if (type.IsArray)
            return GetParts(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(GetParts)
            : type.Assembly == typeof(StateShape).Assembly ? [type]
            : throw new NotSupportedException($"{type} cannot be saved.");
    }

    /// <summary>Whether the type is a list or a dictionary, not an object of ours.</summary>
    public static bool IsCollection(Type type) =>
        type.IsArray || (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)));
}
