using BenchmarkDotNet.Running;
using Drydock.Maas.Benchmarks;

// site [--nodes 50] [--latency 20] [--speed 3000]: a whole site on the simulator, requests and time by stage
// design [--design FILE]: import, compilation and validation of 100, 1,000 and 10,000 nodes, beside the bare parser
// anything else goes to BenchmarkDotNet, for example --filter *Design*
if (args is ["site", .. var options])
    return await SiteHarness.RunAsync(HarnessOptions.Parse(options));
if (args is ["design", .. var design])
    return DesignHarness.Run(design);

BenchmarkSwitcher.FromAssembly(typeof(SiteHarness).Assembly).Run(args);
return 0;
