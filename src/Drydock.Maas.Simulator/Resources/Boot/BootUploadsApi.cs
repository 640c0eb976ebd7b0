using System.Globalization;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Boot;

/// <summary><c>POST boot-resources/</c> and the chunks that follow.</summary>
internal sealed class BootUploadsApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("POST", "boot-resources/", null, Create, Access.Admin);
        router.Map("PUT", "boot-resources/{id}/upload/{file}/", null, Upload, Access.Admin);
    }

    private static ApiResponse Create(ApiCall call) =>
        ApiResponse.Json(BootResourceJson.RenderWhole(call.State, new BootUploadForm(call).Save(), isNew: true), 201);

    private static ApiResponse Upload(ApiCall call)
    {
        var image = Lookup.ById(call, call.State.BootResources, image => image.Id, "BootResource");
        var file = FindFile(call);
        if (call.Body.IsEmpty)
            return ApiResponse.Text(400, "Missing data.");
        if (image.Upload is null)
            return ApiResponse.Forbidden("Cannot upload to a resource of type: 0. ");
        if (file is null || file.IsComplete)
            return ApiResponse.Text(400, "Cannot upload to a complete file.");
        if (file.Received + call.Body.Length > file.Size)
            return ApiResponse.Text(400, "Too much data received.");
        var digest = file.Digest?.With(call.Body.Span);
        // What makes the file a wrong one is not taken.
        if (file.Received + call.Body.Length == file.Size && digest is not null && digest.ToText() != file.Sha256)
            return ApiResponse.Text(400, "Saved content does not match given SHA256 value.");
        file.Received += call.Body.Length;
        file.Digest = digest;
        return ApiResponse.BareText(200, "OK");
    }

    /// <summary>A file of whatever image, as MAAS looks for it by number alone; null for one that MAAS has fetched.</summary>
    private static SimulatedBootFile? FindFile(ApiCall call)
    {
        var id = IntegerText.Parse(call.Route["file"]) ?? -1;
        var uploaded = call.State.BootResources.SelectMany(image => image.OlderSets.Select(set => set.File).Append(image.Upload)).OfType<SimulatedBootFile>();
        return uploaded.FirstOrDefault(file => file.Id == id)
            ?? (BootVersions.IsSynced(call.State, id) ? null : throw Lookup.Missing("BootResourceFile"));
    }
}

/// <summary>An image that a user announces, or sends whole with the form.</summary>
internal sealed partial class BootUploadForm
{
    private const int DigestLength = 64;

    private static readonly Dictionary<string, string> FileTypes = new(StringComparer.Ordinal)
    {
        ["tgz"] = "root-tgz", ["tbz"] = "root-tbz", ["txz"] = "root-txz", ["ddtgz"] = "root-dd", ["ddtbz"] = "root-dd.tar.bz2",
        ["ddtxz"] = "root-dd.tar.xz", ["ddtar"] = "root-dd.tar", ["ddbz2"] = "root-dd.bz2", ["ddgz"] = "root-dd.gz", ["ddxz"] = "root-dd.xz",
        ["ddraw"] = "root-dd.raw",
    };

    private static readonly string[] Systems =
        ["ubuntu", "ubuntu-core", "bootloader", "centos", "rhel", "custom", "windows", "suse", "caringo", "esxi"];

    private static readonly string[] LinuxSystems = ["ubuntu", "centos", "rhel"];

    private readonly ApiCall _call;
    private readonly FieldErrors _errors;
    private readonly byte[]? _content;
    private readonly string _name;
    private readonly string _architecture;
    private readonly string _type;
    private readonly string _digest;
    private readonly long _size;
    private readonly string _base;

    /// <exception cref="ApiException">400: an image cannot be so.</exception>
    public BootUploadForm(ApiCall call)
    {
        (_call, _errors, _content) = (call, new(call.Form), call.Form.Files.GetValueOrDefault("content"));
        _name = ReadName();
        _architecture = ReadArchitecture();
        _type = ReadType();
        _digest = _content is null ? ReadDigest() : new Sha256Digest().With(_content).ToText();
        _size = _content?.Length ?? ReadSize();
        if (_content is { Length: 0 })
            _errors.Add("content", "The submitted file is empty.");
        _base = ReadBase();
        _errors.ThrowIfAny();
    }

    /// <summary>A further announcement of the same name and architecture is a new version of the image.</summary>
    public SimulatedBootResource Save()
    {
        var state = _call.State;
        BootVersions.Number(state);
        var image = state.BootResources.Find(known => known.Upload is not null && known.Name == _name && known.Architecture == _architecture);
        var version = BootVersions.Next(image, state.Now);
        var file = NewFile(state);
        if (image is null)
        {
            image = new()
            {
                Id = state.Ids.Next("bootresource"),
                Type = "Uploaded",
                Name = _name,
                Architecture = _architecture,
                Subarches = _architecture.Split('/')[^1],
            };
            state.BootResources.Add(image);
        }
        else
        {
            KeepVersion(image);
        }

        (image.Upload, image.UploadVersion, image.Title) = (file, version, (_call.Form.Get("title") ?? "").Trim());
        image.BaseImage = string.IsNullOrEmpty(image.BaseImage) ? _base : image.BaseImage;
        return image;
    }

    /// <summary>The version before stays listed; its files and those of all before it are kept only where the form asks for it.</summary>
    private void KeepVersion(SimulatedBootResource image)
    {
        image.OlderSets.Add(new(BootVersions.GetVersion(image), image.Upload));
        if (_errors.Flag("keep_old", otherwise: false))
            return;
        for (var i = 0; i < image.OlderSets.Count; i++)
            image.OlderSets[i] = image.OlderSets[i] with { File = null };
    }

    /// <summary>What MAAS already has of that digest, it does not take again.</summary>
    private SimulatedBootFile NewFile(SimulatorState state)
    {
        var known = state.BootResources.SelectMany(image => image.OlderSets.Select(set => set.File).Append(image.Upload)).OfType<SimulatedBootFile>()
            .FirstOrDefault(file => file.Sha256 == _digest);
        if (known is not null && known.Size != _size)
            throw new ApiException(ApiResponse.Text(400, "File already exists with sha256 that is of different size."));
        return new()
        {
            Id = state.Ids.Next("bootfile"),
            Type = FileTypes[_type],
            Sha256 = _digest,
            Size = _size,
            Received = _content is null ? known?.Received ?? 0 : _size,
            Digest = known is null ? new() : known.Digest,
            Created = state.Now,
        };
    }

    private string ReadName()
    {
        var name = _errors.Text("name");
        var parts = name.Split('/');
        if (parts.Length > 2)
            throw new ApiException(ApiResponse.Text(500, "too many values to unpack (expected 2)"));
        if (parts.Length == 2 && parts[0] == "custom")
        {
            name = parts[1];
        }
        else if (parts.Length == 2 && !Systems.Contains(parts[0]))
        {
            var systems = string.Join(", ", Systems.Select(system => $"'{system}'"));
            _errors.Add("name", $"Unsupport operating system {parts[0]}, supported operating systems: [{systems}]");
            return name;
        }

        if (IsReserved(name))
            _errors.Add("name", $"{name} is a reserved name");
        return name;
    }

    private static bool IsReserved(string name) => Systems.Contains(name) || Centos().IsMatch(name) || BootImports.Series.ContainsKey(name)
        || (name.StartsWith("ubuntu/", StringComparison.Ordinal) && BootImports.Series.ContainsKey(name["ubuntu/".Length..]));

    private string ReadArchitecture()
    {
        var usable = UsableArchitectures.List(_call.State);
        var architecture = _errors.Text("architecture");
        if (architecture.Length > 0 && !usable.Contains(architecture))
            _errors.Add("architecture", FieldErrors.ChoiceText("architecture", usable.Count > 0 ? usable : [""], architecture));
        return architecture;
    }

    private string ReadType()
    {
        var type = _call.Form.Has("filetype") ? _errors.Text("filetype") : "tgz";
        if (type.Length > 0 && !FileTypes.ContainsKey(type))
            _errors.Add("filetype", $"Select a valid choice. {type} is not one of the available choices.");
        return type;
    }

    private string ReadDigest()
    {
        var digest = _errors.Text("sha256");
        if (digest.Length is > 0 and < DigestLength)
            _errors.Add("sha256", string.Create(CultureInfo.InvariantCulture, $"Ensure this value has at least 64 characters (it has {digest.Length})."));
        _errors.CheckLength("sha256", digest, DigestLength);
        return digest;
    }

    private long ReadSize()
    {
        var text = _errors.Text("size");
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size) && text.Length > 0)
            _errors.Add("size", "Enter a whole number.");
        return size;
    }

    /// <summary>What a custom image is built on: where nobody says so, what it was built on before, or what machines are commissioned with.</summary>
    private string ReadBase()
    {
        var parts = (_call.Form.Get("name") ?? "").Split('/');
        if (parts.Length > 1 && parts[0] != "custom")
            return "";
        var given = (_call.Form.Get("base_image") ?? "").Trim();
        var known = _call.State.BootResources.Find(image => image.Upload is not null && image.Name == _name && image.Architecture == _architecture);
        var text = given.Length > 0 ? given : _errors.Any ? "" : known?.BaseImage ?? "";
        if (text.Split('/') is not [var system, var release])
        {
            if (given.Length > 0)
                _errors.Add("base_image", "a base image must follow the format: <osystem>/<series>");
            return $"ubuntu/{_call.State.Config["commissioning_distro_series"]}";
        }

        (system, release) = (system.ToLowerInvariant(), release.ToLowerInvariant());
        if (!LinuxSystems.Contains(system))
            _errors.Add("base_image", "custom images require a valid non-custom OS type base image");
        else if (system == "ubuntu" && !BootImports.IsUbuntu(release))
            _errors.Add("base_image", "please select a valid base image OS and version");
        return $"{system}/{release}";
    }

    [GeneratedRegex("^centos[0-9][0-9]?$")]
    private static partial Regex Centos();
}
