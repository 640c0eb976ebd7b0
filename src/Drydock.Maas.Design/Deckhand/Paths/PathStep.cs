using Drydock.Maas.Design.Deckhand.Values;
using Drydock.Maas.Design.Python;

namespace Drydock.Maas.Design.Deckhand.Paths;

/// <summary>One step of a path: what it leads to from a value, and how it writes there.</summary>
internal abstract record PathStep
{
    public abstract IEnumerable<DataNode> Find(DataNode from);

    /// <summary>Writes to every place in the value the step leads to.</summary>
    public abstract void Write(DataNode into, DataNode value);

    /// <summary>Keys of a mapping; none stands for all.</summary>
    public sealed record Fields(IReadOnlyList<string> Names) : PathStep
    {
        public override IEnumerable<DataNode> Find(DataNode from) =>
            from is DataMap map ? In(map).Select(key => map[key]!).ToList() : [];

        public override void Write(DataNode into, DataNode value)
        {
            if (into is not DataMap map)
            {
                Refuse(into);
                return;
            }

            foreach (var key in In(map).ToList())
                map[key] = value;
        }

        // The library looks for the key in whatever it meets, and fails where it finds it or cannot look.
        private void Refuse(DataNode into)
        {
            var isRefused = into switch
            {
                DataScalar { Typed: string text } => Names.Any(name => text.Contains(name, StringComparison.Ordinal)),
                DataScalar { Typed: null or bool } => false,
                DataList list => list.Items.OfType<DataScalar>().Any(item => item.Typed is string text && Names.Contains(text)),
                _ => Names.Count > 0,
            };
            if (isRefused)
                throw new JsonPathException(ErrorIds.TypeError, $"The key {string.Join(", ", Names)} cannot be written into what is no mapping.");
        }

        private IEnumerable<string> In(DataMap map) => Names.Count == 0 ? map.Keys : Names.Where(map.Contains);
    }

    /// <summary>An item of a list, from the end where negative; a character of a text.</summary>
    public sealed record Index(int Number) : PathStep
    {
        public override IEnumerable<DataNode> Find(DataNode from) => from switch
        {
            DataList list when At(list.Items.Count) is { } at => [list.Items[at]],
            DataScalar { Typed: string text } when At(text.Length) is { } at => [DataNodes.Text(text[at].ToString(), from.Location)],
            _ => [],
        };

        public override void Write(DataNode into, DataNode value)
        {
            if (into is DataList list && At(list.Items.Count) is { } at)
                list.Items[at] = value;
            else if (into is DataScalar { Typed: string text } && At(text.Length) is not null)
                throw new JsonPathException(ErrorIds.TypeError, "A character of a text cannot be written over.");
        }

        private int? At(int count)
        {
            var at = Number < 0 ? count + Number : Number;
            return at >= 0 && at < count ? at : null;
        }
    }

    /// <summary>Items of a list from, to (exclusive), by steps.</summary>
    public sealed record Slice(int? From, int? To, int? By) : PathStep
    {
        // The library takes a single value for a list of one.
        public override IEnumerable<DataNode> Find(DataNode from) => from switch
        {
            DataList list => At(list.Items.Count).Select(at => list.Items[at]).ToList(),
            _ when DataNodes.IsNull(from) => [],
            _ => At(1).Select(_ => from),
        };

        public override void Write(DataNode into, DataNode value)
        {
            if (into is not DataList list)
                return;
            foreach (var at in At(list.Items.Count))
                list.Items[at] = value;
        }

        private IEnumerable<int> At(int count) => PythonSlice.Indexes(count, From, To, By);
    }
}
