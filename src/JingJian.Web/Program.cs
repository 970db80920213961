return await JingJian.Web.Service.RunAsync(args);
