using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Nodes.Platform;

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>Describes what is deployed on machines, with which kernel parameters, and their tags.</summary>
internal sealed class PlatformConverter(ObservedMaas maas, ConversionFindings findings)
{
    private const string Sizes = "hugepagesz";
    private const string Counts = "hugepages";
    private const string Bare = "True";

    private readonly Dictionary<string, Tag> _tags = maas.Tags.ToDictionary(t => t.Name, StringComparer.Ordinal);

    /// <summary>The node with image, kernel, kernel parameters, tags and owner data.</summary>
    public NodeDraft Describe(NodeDraft draft)
    {
        var machine = draft.Machine;
        var kernelTag = PlatformPlanner.KernelTag(draft.Make());
        var options = _tags.GetValueOrDefault(kernelTag)?.KernelOpts ?? "";
        var parameters = ReadParameters(options);
        if (parameters is null)
        {
            findings.AddLeftOut(
                $"Tag {kernelTag}", "kernel_opts", "its kernel parameters are not in the form that a design has, so that a run would remove them", "Write them into platform.kernel_params by hand.", machine.Hostname);
        }

        var tags = machine.TagNames.Where(t => t != kernelTag && string.IsNullOrEmpty(_tags.GetValueOrDefault(t)?.Definition))
            .Where(t => !t.StartsWith($"{machine.Hostname}__baid__", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        foreach (var tag in tags.Where(t => !string.IsNullOrEmpty(_tags.GetValueOrDefault(t)?.KernelOpts)))
        {
            findings.AddLeftOut($"Tag {tag}", "kernel_opts", $"it carries the kernel parameters {_tags[tag].KernelOpts}, which a design has by host", "Move them to platform.kernel_params of its hosts and take them off the tag.");
        }

        var holdsSystem = MachineState.IsDeployed(machine) && machine.DistroSeries is { Length: > 0 };
        return draft with
        {
            Image = holdsSystem ? machine.Osystem is null or "" or UbuntuReleases.Os ? machine.DistroSeries : $"{machine.Osystem}/{machine.DistroSeries}" : null,
            Kernel = holdsSystem && machine is { Osystem: null or "" or UbuntuReleases.Os, HweKernel: { Length: > 0 } kernel } ? kernel : null,
            KernelOptions = parameters is null ? "" : options,
            KernelParameters = parameters ?? [],
            Tags = tags,
            OwnerData = machine.WorkloadAnnotations.OrderBy(a => a.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>
    /// The parameters in order; null where a design would make another command line of them. What cannot stand by itself, as a parameter that is there
    /// twice, goes with the value before it.
    /// </summary>
    private static List<KeyValuePair<string, string>>? ReadParameters(string options)
    {
        var read = new List<KeyValuePair<string, string>>();
        foreach (var word in options.Length == 0 ? [] : options.Split(' '))
        {
            var (name, value) = word.IndexOf('=', StringComparison.Ordinal) is var at and > 0 ? (word[..at], word[(at + 1)..]) : (word, Bare);
            if (IsAlone(word, name, read))
                read.Add(new(name, value));
            else if (!TryJoin(read, word))
                return null;
        }

        return read;
    }

    /// <summary>Sizes and counts of huge pages come first, together, wherever a design has them.</summary>
    private static bool IsAlone(string word, string name, List<KeyValuePair<string, string>> before) =>
        name.Length > 0 && name[0] is not ('=' or '!') && !word.EndsWith($"={Bare}", StringComparison.Ordinal) && before.TrueForAll(p => p.Key != name)
        && (name != Sizes || before.Count == 0)
        && (name != Counts || before.Count == 1 || before.TrueForAll(p => p.Key != Sizes));

    private static bool TryJoin(List<KeyValuePair<string, string>> read, string word)
    {
        var last = read.FindLastIndex(p => p.Value != Bare);
        if (last < 0)
            return false;
        var joined = string.Join(' ', read.Skip(last + 1).Select(p => p.Key).Prepend(read[last].Value).Append(word));
        read[last] = new(read[last].Key, joined);
        read.RemoveRange(last + 1, read.Count - last - 1);
        return true;
    }
}
